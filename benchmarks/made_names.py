"""Names of made-up people and companies, by number, never twice: people below 455,000, companies below 95,000."""

from __future__ import annotations

_FIRST = """
Ada Albert Alma Amos Anton Beatrice Bernard Blanche Bruno Camille Carl Celia Chester Clara Clement Conrad Cora
Cyril Daphne Delia Desmond Dora Dwight Edgar Edith Elmer Eloise Elsa Emil Enid Ernest Esther Eugene Eva Felix Fergus
Flora Floyd Frieda Gerard Gilbert Greta Gustav Harriet Hattie Hector Helga Henrik Hester Hiram Horace Hugo Ida Ilse Ines
Ingrid Irma Isidor Ivor Jasper Jerome Josef Judith Julius Karin Kaspar Lena Leopold Lester Lionel Lorna Lucius Lydia
Mabel Magnus Malvina Marcel Martha Maude Milo Minna Mortimer Myra Nadia Nestor Norbert Odette Olga Oscar Otto Petra
Quentin Ralph Regina Rollo Rosa Rufus""".split()
_HEADS = "Al Bar Bel Cal Dan Dor Ed Fal Gar Hal Hol Kel Lam Mar Nor Os Pel Ram Sel Tal Ul Var Wal".split()
_MIDDLES = "be da de der ga le lin mo na ra ri sa".split()
_TAILS = "bach brook dahl field ford gren hurst lund man mere quist rath shaw stead ton well wick".split()
_ISSUER_HEADS = """
Aspen Badger Basalt Birch Bramble Calico Cedar Cinder Cobalt Copper Coral Cypress Drift Ember Fallow
Fern Flint Garnet Glacier Granite Grove Harbor Hazel Heron Indigo Ivory Juniper Kestrel Lantern Larch Maple Marble
Meadow Mesa Mica Nimbus Northern Oak Onyx Opal Osprey Pewter Pine Plover Quarry Quartz Rapids Raven Ridge River Rowan
Rush Sable Saffron Sage Sierra Slate Spruce Sterling Summit Tamarack Teal Thistle Timber Topaz Tundra Umber Valley
Walnut Willow Winter Zephyr Zinc""".split()
_ISSUER_TAILS = """
Analytics Bancorp Biologics Brands Circuits Devices Dynamics Energy Foods Freight Hydraulics Imaging
Logistics Materials Media Minerals Networks Optics Pharmaceuticals Plastics Power Properties Robotics Semiconductor
Steel Systems Textiles Therapeutics Utilities""".split()
_ISSUER_FORMS = ("Inc.", "Corp.", "Holdings, Inc.", "Ltd.", "Group, Inc.")
_NUMERALS = ("", " One", " Two", " Three", " Four", " Five", " Six", " Seven", " Eight")


def person(number: int) -> str:
    """The person of that number: two numbers below 455,000 never have one name."""
    # 97, 23, 12 and 17 have no common factor, so the remainders tell the numbers apart.
    surname = f"{_HEADS[number % 23]}{_MIDDLES[number % 12]}{_TAILS[number % 17]}"
    return f"{_FIRST[number % 97]} {'ABCDEFGHJKLMNPRSTW'[number % 18]}. {surname}"


def edgar(name: str) -> str:
    """A person's name as EDGAR prints it: the surname first, in capitals or not."""
    *given, last = name.split()
    turned = f"{last} {' '.join(given)}"
    return turned.upper().replace(".", "") if len(name) % 2 else turned


def company(number: int) -> str:
    """The company of that number; 73, 29 and 5 have no common factor."""
    tail = f"{_ISSUER_TAILS[number % 29]}{_NUMERALS[number // 10585 % 9]}"
    return f"{_ISSUER_HEADS[number % 73]} {tail} {_ISSUER_FORMS[number % 5]}"

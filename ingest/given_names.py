"""Given names with their short and other forms: which of them one person may go by.

Common knowledge about English, and some Spanish, given names; a form that is missing is a word in the table.
"""

from __future__ import annotations

# A given name, then its short and its other forms; a form may belong to several names.
_GROUPS = """
albert al bert; alexander alex alec sandy xander; alexandra alex sandra; alfred al fred; allen al; andrew andy drew;
anthony tony; arthur art; barbara barb; benjamin ben benny; bernard bernie; catherine cathy kate katherine katharine
kathryn kathleen kathy katie; charles chuck charlie chas; christopher chris kit; christine christina chris tina;
constantine gus dean; cynthia cindy; daniel dan danny; david dave; deborah debra deb debbie; donald don; dorothy dot;
douglas doug; edgar ed; edmund ed ted; edward ed ted eddie ned; edwin ed; elizabeth liz beth betty betsy eliza lisa;
eugene gene; florence flo; francis frank; franklin frank; frederick fred rick; gabriel gabe; gerald jerry gerry;
gerard gerry; geoffrey geoff jeff; gilbert gil; gregory greg; harold hal harry; henry hank harry; isabella bella;
jacob jake; jacqueline jackie; james jim jimmy jamie jas; janet jan; jeffrey jeff; jennifer jen jenny; jerome jerry;
jessica jess; john jack johnny jon; jonathan jon; joseph joe joey; joshua josh; judith judy; kenneth ken; kimberly kim;
lawrence larry laurence; leonard len lenny leo; louis lou lewis; margaret peggy meg maggie marge; martin marty;
mary molly polly; matthew matt; michael mike mick mickey; mitchell mitch; nancy ann; nathaniel nathan nate nat;
nicholas nick nicolas; norman norm; pamela pam; patricia pat patty trish tricia; patrick pat paddy; peter pete;
philip phil phillip; raymond ray; rebecca becky; richard rich rick dick ricky; robert bob rob bobby bert; roger rog;
ronald ron ronnie; rosemary rose; rudolph rudy; russell russ; samuel sam; samantha sam; sandra sandy; sidney sid;
stanley stan; stephanie steph; stephen steven steve; susan sue suzanne susie; terence terry; teresa theresa terry
tess; theodore ted teddy theo; thomas tom tommy thos; timothy tim; victor vic; victoria vicky tori; vincent vince;
virginia ginny; walter walt wally; william bill will billy willy wm; zachary zach;
abigail abby gail; abraham abe bram; adelaide addie; agnes aggie; aleksandr alex sasha; anastasia stacy; annette ann;
august gus; augustus gus; augustine gus; bartholomew bart; beatrice bea; benedict ben; bradford brad; bradley brad;
brian bryan; caroline carol carrie carolyn; calvin cal; cassandra cassie sandra; cecilia celia; clement clem;
clifford cliff; clifton cliff; clinton clint; constance connie; cornelius neil con; courtney court; curtis curt;
cyrus cy; derek derrick; desmond des; dominic dominick dom nick; dorothea dot thea dottie; duncan dunc;
eleanor ellie nell nora;
elias eli; elijah eli; ellen nell; elliott elliot; emanuel manny; emmanuel manny; emily em; enrique henry; ernest ernie;
evelyn eve; ezekiel zeke; ferdinand ferdie; frances fran francie; francisco frank paco; gabrielle gabby; genevieve gen;
george georgie; gertrude trudy; gordon gordie gordy; gregg greg; guillermo bill memo; gustav gus; gwendolyn gwen;
harriet hattie; harrison harry; helen nell; herbert herb bert; herman herm; howard howie; hubert bert; hugh hughie;
ignatius iggy; irving irv; isaac ike; jackson jack; jay jayson; jeremiah jerry; jeremy jerry; jeffery jeff;
jefferson jeff; jerald jerry; joanne jo joann; john jake; jorge george; josephine jo josie; juan john; julia julie;
juliana julie; karl carl; katherine kay kit kitty kathrine kathi; kristen kris kristin; kristina kris kristine;
laura laurie lori; leopold leo; leslie les; lester les; lillian lily lil; lorraine lori; lucas luke; lucille lucy;
madeline maddie; malcolm mal; marcus marc mark; marc mark; maria mary; marion mary; marjorie marge; marvin marv;
maureen mo; maurice morrie morris; maximilian max; maxwell max; melanie mel; melissa missy mel; melvin mel; michelle
shelly micki michele; mildred millie; milton milt; mohammed muhammad mohamed mohammad; montgomery monty; natalie nat;
nathaniel natty; nicole nikki nicki; oliver ollie; osborne oz; penelope penny; percival percy; rachel rae; ralph rafe;
randall randy; randolph randy; rafael rafe raphael; regina gina; reginald reggie reg; roderick rod; rodney rod;
roland rollie rolly; rosalind roz; rupert bert; sarah sally sara; sebastian seb; sheldon shelly; solomon sol;
stuart stewart stu; sylvester sly; tabitha tabby; thaddeus thad ted; tobias toby; valerie val; vernon vern;
veronica ronnie; vivian viv; wallace wally; wesley wes; wilfred fred will; wilhelmina mina billie; winifred winnie;
winston win; eric erik; allan al alan; bryan brian; craig kraig; darrell darryl; glenn glen; jeffrey jeffery;
mathew matt; sean shawn shaun; tracy tracey; kelly kelley; geoffrey jeffrey; carl karl;
yevgenia genia jenny; zachariah zach;
alejandro alex; alejandra alex; alfonso al; alfredo al; alison ali allie; alistair al alasdair; amanda mandy; amelia
millie; angela angie; antonio tony; antoinette toni; archibald archie; arnold arnie; barbara babs; bernadette bernie;
bertram bert; bridget bridie; burton burt; cameron cam; carlos charlie; charlotte lottie; chester chet; christopher
topher; demetrios jim; diana di; diane di; dmitri dima; dolores lola; domenico dom; dorothy dottie dolly dodie dory;
edith edie; eduardo ed eddie; elisabeth liz beth elizabeth; ernesto ernie; esther essie; florence flossie; francesca
fran; francesco frank; frederick freddie freddy fritz; fredric fred; friedrich fritz fred; geraldine gerry; gilberto
gil; giovanni john gianni; giuseppe joe; guadalupe lupe; heinrich henry heinz; helena lena; hiram hy; isabel izzy bel;
isabella izzy belle; isidore izzy; jacques jack; jaime jim; james jimmie; jane janie; jason jay; joan joanie; johann
john; johannes john hans; jose joe pepe; judith judi; julian jules; kendall ken; konstantin kostya; lawrence lars;
leonardo leo; lorenzo larry; louis louie; louise lou; lucinda cindy lucy; luis lou louis; magdalena lena; manuel manny;
margaret margie margo greta meggie daisy rita; margarita rita; martha marty; martina tina; mateo matt; matilda tilda
tillie; matthew matty; matthias matt; melinda mindy; meredith merry; michal mike; michel mike; miguel mike; mikhail
misha mike; miriam mimi; mortimer mort; nancy nan; neal neil; nicola nicky; nikolai nick kolya; olivia liv; pablo paul;
paolo paul; patricia trisha patsy; pedro pete peter; philip pip; philippa pippa pip; philippe phil philip; pierre pete;
priscilla cilla; prudence pru; rebecca becca; reginald rex; ricardo rick richard; richard dickie; robert robbie robin;
roberta bobbie; roberto rob bob robert; rudolf rudy; salvatore sal; samuel sammy; seymour sy; simon si; sophia sophie;
spencer spence; stefan steve; stephanie stephie; susan suzy suzie; susanna sue; tamara tammy; terrance terry; terrence
terry; timothy timmy; tomas tom; victoria vickie; vincent vinny vinnie; virginia ginger; vladimir vlad; wilbur will;
wilhelm will bill; willard will; william willie liam; willis will; woodrow woody; yevgeny gene eugene; zacharias zach;
francois frank; jean john; karen kari; kathleen kathi; katherine katya katie; ekaterina katya kate; svetlana lana;
alexandra lexi; benjamin benji; charles charley chip; donald donnie; douglas dougie; gregory gregg; jonathan jonny;
joseph jos jody; leonard lennie; michael mikey mitch; nathan nate; peter petey; raymond raymie; thomas thom; walter
wat; bartholomew barty; ebenezer eben; josiah joe; lemuel lem; leander lee; obadiah obie; phineas finn; thurman thurm;
rosemarie rose; annemarie ann; marguerite maggie margot; evangeline eve evie; evelyn evie; genevieve ginny; henrietta
etta hattie; loretta lori; rosalie rosie; rosa rosie;
aaron ron; alan al; alberta bertie; alice allie; alvin al; anita nita; arlene lena; augusta gussie; barnabas barney;
barnaby barney; bernard barney; bernice bernie; bettina betty; beverly bev; brenda bren; camille cammie; christian
chris; christine chrissie tina; clarence clare; clementine clem; conrad con; cordelia delia; cornelia nell; danielle
dani; delbert del; delores dee; denise denny; dennis denny; dexter dex; egbert bert; elbert bert; elaine lainie;
elinor nell ellie; emma emmy; estella stella; eugenia genie; felicia fliss; freda frieda; garrett gary; gerhard gerry;
gillian gill jill; grace gracie; hannah nan; harvey harv; helena nell; herschel hersh; irene rennie; isaiah ike;
isidro sid; israel izzy; jamison jamie; janice jan; janine jan; jeanette jean; jedediah jed; jessie jess; jillian jill;
joachim jo; joel jo; kathryn kathie; katrina trina; kristopher kris; leroy roy; lincoln linc; linda lindy; lloyd loyd;
lucian luke; lydia liddy; marcella marcy; marcia marcy; marilyn lynn; marshall marsh; micah mike; millicent millie;
minerva minnie; mordecai mort; octavia tavia; oswald ozzie; quentin quint; rosalinda linda; rosamond roz; roxanne roxy;
ruben rube; sampson sam; samson sam; serena rena; theodora dora thea; theresa tess terri; ursula ursa; valentina val;
valentine val; vanessa nessa; warren ren; wendell wen; wilma billie; winfield win; winthrop win; yolanda yoli;
yvonne vonnie; leland lee; wilhelmina willa; zebulon zeb; zechariah zach;
dolores delores deloris; margaret margret margarete; katherine catherine kathrine catharine kathryn cathryn kate;
aleksandr alexander alexandr aleksander; joseph yosef josef; yusuf youssef yousef yussef yousuf; ahmed ahmad ahmet;
hassan hasan; hussein hossein husain hussain; elisabeth lisbeth; diane dianne; deborah debora debbra; carolyn carolynn;
philip philipp; frederick frederic fredrick; gerald gerold; bennett ben; garrett garret; lawrence laurance;
vincent vincente; lillian lilian lilly; madeline madeleine madelyn; jacqueline jacquelyn; sidney sydney; anna ana;
petronella petra nella; margarita marguerita rita;
elizabeth libby lizzie bess bessie; george georgios giorgos yorgos
"""
FORMS_OF: dict[str, set[str]] = {}
for _group in _GROUPS.split(";"):
    for _form in _group.split():
        FORMS_OF.setdefault(_form, set()).add(_group.split()[0])


def other_forms(name: str) -> list[str]:
    """The short and other forms by which one person of this given name may go, in order of the alphabet."""
    word = name.lower()
    heads = FORMS_OF.get(word, set())
    return sorted({form for form, names in FORMS_OF.items() if names & heads} - {word})

"""Words that read like another name with letters before it, or like two names written as one, and are a name of their own.

שרון is no ש with רון, كريم no ك with ريم and Edward no Ed Ward, whoever is on a list: such a word is taken apart only where the
text says so, `תודה לירון לוי`.
"""

from __future__ import annotations

from generator.names.titles import GIVEN_NAMES, folded

_LIKE_A_PREFIX = folded("""
מאור מאיר מאיה מאי מאיס מאזן מגי מדלן מהא מהדי מוטי מור מוריה מורן מוחמד מונא מוניר מחמוד מזל מזלית מטר מטי מיאר מיה מיטל מיכאל
מיכאלה מיכה מיכל מילה מילי מינה מיסון מיקה מיקי מירב מירה מירון מירי מירית מירל מיתר מישל מלאכי מלי מלכה מלכיאל מנאל מנחם מנחמה
מני מנשה מעוז מעיין מעין מרב מרגלית מרווה מרואן מרדכי מריאן מריה מרים מרינה מרסל מרק מרקו מרטין משה משי מתי מתיה מתן מתנאל
מתניה מתת מתתיהו שאדי שאול שאולי שבי שבתאי שגב שגיא שגיב שגית שהד שוהם שהם שובל שולה שולי שולמית שונית שון שוקי שושי שושן שושנה
שחם שחף שחר שי שיילי שיר שיראל שירה שירי שירין שירית שירלי שירן שילה שילת שלהבת שלו שלוה שליו שלום שלומי שלומית שלי שלמה שלמית
שמאי שמואל שמחה שמיר שמעון שמעיה שמר שמריה שמרית שמשון שני שניר שנית שניאור שפיר שפרה שקד שקמה שראל שרגא שרה שרון שרונה שרונית
שרי שריה שרית שריף שרפה ששון ששי שתיל האדי האלה האני הבה הגר הגי הגית הדי הדיל הדס הדסה הדסי הדר הדרי הדריאל הוגו הוד הודא הודיה
הושע היאם הילה הילי הילית הילל הינד הינדה הישאם השאם הלית הלל הללי הלן הלנה הנא הנאא הנד הני הניה הנרי הנרייטה הראל הראלי הרי
הרמן הרצל הרצליה הלוי הכהן הררי ויקטור ויקטוריה ויקי ויויאן ויויאנה ויולט ויטלי ויטאלי ויטל ויליאם וילי וילהלם וילמה ויסאם
וירג'יניה ולדימיר ולריה ולנטין ולנטינה ולרי וליד ורד ורדה ורדי ורדית ורה ורוניקה ונסה ונדה ופאא ופיק ואדים ואאל ודאד ודיע והיב
וסאם וסים כאמל כאמיליה כוכב כוכבה כוכבית כהן כהנא כותאר כלב כליל כלילה כלנית כלאודיה כמאל כמיל כנרת כסניה כפיר כריס כריסטינה
כריסטיאן כרים כרימה כרם כרמי כרמית כרמל כרמלה כרמלית כרמן כתריאל לאה לאון לאונרד לאורה לביא לבונה לבנה לבנת להב להבה להט לואי
לואיז לובה לודמילה לוטם לוטן לוי לונה לוסי לורה לורן לי ליאב ליאור ליאורה ליאורי ליאל ליאלי ליאם ליאן ליאת ליבא ליבי ליבנת ליה
ליהי ליהיא לידור לידיה לידן לידר ליז ליזה ליטל לייב לילה לילי ליליאן ליליה לילך לימור לין לינא לינה לינדה ליסה ליעד ליעוז ליעם
לירוי לירון לירז לירי לירית לירן לישי לנה לריסה לרה לטיפה באסל באסם בדר בהירה בועז בוריס בטי בטיה ביאטריס ביאן ביסאן בילאל בילי
בינה בכור בכר בלאל בלה בלהה בלוי בן בני בניה בניהו בנימין בסאם בסמה בעז בצלאל בר ברוך ברוריה ברטה בריאן ברכה ברנרד ברני ברק
בשארה בשיר בשמת בת בתאל בתיה وليد وسام وسيم وسن وداد ورد وردة وديع وصفي وصال وفاء وفيق وجدي وجدان وجيه وحيد وائل واثق وهيب وهبي
وئام وضاح ولاء ونيس فادي فؤاد فاتن فاضل فايز فائز فايزة فاروق فارس فاطمة فتحي فتحية فخري فدوى فداء فراس فرح فرحات فرحان فرج فريد
فريدة فريال فضل فضيلة فهد فهمي فهيم فواز فوزي فوزية فيصل فيروز فيفيان فلاح فكري فايق فائق باسم باسل باسمة بدر بدرية بديع براء
برهان بسام بسمة بسيم بشار بشارة بشير بشرى بكر بلال بهاء بهجت بهيج بهية بيان بيسان بولس بطرس بثينة باهر بركات كريم كريمة كمال
كامل كاملة كاظم كوثر كارم كاميليا كارول كرم كرامي كرمل كفاح كنان كندة كنعان كايد كلثوم كاترين كرستينا ليلى لينا لما لمى لميس لمياء
لبنى لطفي لطيفة لؤي لارا لانا لوسي لورا ليان ليث ليال لقمان ليندا ليديا ليزا لجين إلياس إلهام آلاء أليس ألبير ألفت إلين السيد
בחן כבר בלי שבר שלב כלי הדן
""")
"""Given names, some family names and a few words that begin with letters which are written to the front of others. None that is
more often heard as the two, such as ואיל or לאור."""

_LIKE_TWO_NAMES = folded("""
alan albert aldous alfred alison allison alston alton angelina anabel anabella anastasia andrea andrew angela anita annabel
annabella annabelle annalisa annamaria annemarie annette annika ansel anselm anthony ashley ashton aubrey austin barbara baldwin
barton beckham benjamin benson bernard bertram bradford bradley bradshaw brandon brighton burton caitlin calvin cameron carlisle
carlton carmel carmen carolina caroline carolyn carson chapman charleston charlotte christian christina christine christopher
clayton clifford clifton clinton colleen colman crawford cromwell daniela danielle darwin davidson dawson denise dickinson
dickson donald donovan dorothea duncan dunstan easton edgar edison edmund edward edwards edwin eleanor elisabeth elizabeth
ellison elton emerson emmanuel eveline evelyn ferdinand frederick freeman garfield gerard german gilbert gladstone godfrey
goodman goodwin gordon graham grantham hamilton hampton hanson harold harper harrison harvey hayward henderson herbert herman
hilton howard hubert hudson humphrey ingrid isabel isabella isabelle jackson jamison jasmin jasmine jasper jayden jeanette
jefferson jerome joanna joanne jocelyn jonathan jordan josephine julian juliana julianne julianna julieanne juliet kathleen
kathryn kelvin kenneth kenton kingston kirkland kristina lambert lawrence leander leanna leanne leonard leonardo leonora leopold
leslie lincoln lindsay lionel livingston livingstone louisa louise lucian luciana lucille madison malcolm manfred mansfield
marcella margaret mariana marianna marianne marilyn marina marion marissa marjorie markham marlene marlowe marshall martin
martina mary maryann maryanne marylou maryland mason mathilda matilda maxim maximilian maxine maxwell melanie melbourne melinda
melvin melissa michaela michael milton miriam montgomery morgan morrison nathaniel nelson newman newton norman norton oliver
olivia orlando oscar oswald patricia patrick paulina pauline percival peterson philip preston ralston ramona randolph raphael
raymond rebecca reinhold richard richardson richmond robert roberta robertson robin robinson roderick roland rolland romano
ronald rosalie rosalind rosalyn rosamond rosamund rosanna rosanne roseanna roseanne roseline rosemarie rosemary roxanne rudolf
rudolph russell rutherford samson samuel samuelson sanderson sandford sandra sebastian sheffield sheldon shelley sherman sigmund
simpson stafford stanford stanley stewart stuart suzanne sullivan sybil sylvester tamara theodor theodora theodore thompson
timothy tobias tomlinson tristan valentine vernon victor victoria vincent vivian wallace walter warren washington wayland
wellington westbrook wilfred wilfrid wilhelm willard willhelm william williams williamson willis wilson winfred winifred winston
woodrow woodward adamant markdown annmarie sueellen
dandelion carpet marketing martian אביגדור אבישלום אבשלום אביגיל אבינועם אבינדב אברהם אלחנן אליעזר
אלישבע אלעזר אלקנה בנימין בנגוריון גבריאל גלעדי דניאלה יהונתן יחזקאל ירמיהו ישעיהו ליאורה מרגלית מתתיהו עמיחי רוטשילד רונאלי
שמואלי שמחוני
""")
"""Given names, family names and a few words that are another's given name and family name without the space."""

_WORDS = folded("""
ace al amber april archer art ash august autumn basil bill bob brook brooks buck bud carol chance charity chase chip christian
chuck clay cliff constance cook daisy dale dash dawn dean dick don drew duke earl eve faith felicity flora frank gene glen grace
grant guy harry hazel heath heather holly hope hunter iris ivy jack jade jay jewel joy june lance lark laurel lily mark marsh
mason max may mercy merry miles nick norm olive pat patience pearl peg penny pierce poppy prudence ray reed rich rob robin rod
rose rowan royal ruby rusty sage sandy skip sky sonny star sterling storm sue summer tad tanner van verity victor viola violet
wade ward will winter abbott back bank banks barber barn barnes bass bear bell berry best bird bishop black bond booth bowman branch
bridge bridges bright brown bull bush butler butter care carpenter carter carver case chambers church clark close cloud cole
cope crane cross dancer dark day down driver east else english farmer field fields finch fish fisher flower flowers ford forest
foster fox freeman french frost garden gardener gate gates glass gold good goodman gray green grey hall hand hands hardy hart
hawk head high hill hills hood house ireland iron judge justice key keys king kings knight lake lamb land lane last law lawless
lawyer lead leaf light little lodge long love major man march marshall martin mill miller mills money monk moody moon moor more
moss mountain new noble north only own page paper parish park parker parks peace penn pike player pond pool poor pope porter
post potter power price pride priest prince read rest rider rivers rock roof rooms root roots salmon sand savage sharp shepherd
short silver singer small smart snow south speaker spring steel still stone stones story street strong summers swan sweet swift
tailor temple true turner vale waits walker wall walls water waters weather weeks west wheeler white wild winters wise wolf wood
woods worker workman works young sunny way lee jordan israel georgia chad victoria carmel school
""")
"""English words that are names."""

OWN_WORDS = GIVEN_NAMES | _LIKE_A_PREFIX
"""Words that no letters are taken off."""
ONE_WORD = GIVEN_NAMES | _LIKE_TWO_NAMES
"""Words that are no two names written as one."""

PREPOSITION = "على"
"""As written, which some write for the name علي: the two are told apart by what is before."""

_PARTICLES = frozenset(("al", "van"))
"""Small in names: `van der Berg, Anna`."""
_ARTICLES = frozenset(("the", "a", "an"))

_ASK_FOR = {
    "ל": folded("""
תודה תודות תודתנו פנה פנתה פנו פנינו פנייה פניה פניות הודו הודינו מודים נתנו נתנה נמסר נמסרה מסרו מסרנו הודיעו הודענו הועבר
הועברה העברנו הוגש הוגשה הגשנו שלחנו נשלח נשלחה כתבנו ענו ענינו השיבו השבנו בנוגע בהתאם בקשר ביחס באשר מעבר בניגוד אחראי הצטרפו
הצטרפנו המלצנו עזרו סייעו מכתב מייל תשובה תגובה הודעה הזמנה מענה הבהרה
"""),
    "מ": folded("""
קיבלנו קיבלו התקבל התקבלה התקבלו ביקשנו ביקשו שמענו חוץ נמסר נודע למדנו הערה הערות הצעה הצעות בקשה בקשות פנייה פניות תגובה
תגובות תשובה תשובות מייל מכתב מכתבים מידע נתונים חומרים המלצה המלצות שאלה שאלות הודעה
"""),
    "ב": folded("נעזרנו נעזרו נפגשנו נפגשו בחרנו בחרו נתמכנו תלוי תלויה מדובר"),
    "ש": folded("""מאחר מכיוון כיוון כך כפי משום מפני בתנאי ידוע ברור ייתכן יתכן סוכם הוחלט הוסכם צוין נאמר נטען התברר העובדה הסיבה
    היות ובלבד חבל"""),
}  # fmt: skip
"""The letter before a name -> the words that want it after them."""


def are_words(written: str, before: str) -> bool:
    """Whether words are likelier words than a name: some in small Latin letters, `Will young people`, not `dana young`, or behind
    an article, `the Christian Church`; or the first alone, `he drew Ross a map`.
    """
    each = written.split()
    if each[0].islower() and each[0] in _WORDS - _PARTICLES and each[-1].istitle():
        return True
    return (before in _ARTICLES or any(word.islower() for word in each)) and _WORDS.issuperset(map(str.lower, each))


def is_word(letters: str) -> bool:
    """Whether a Latin word is a word, a given name or a family name: James, Carter, Martin."""
    return letters in _WORDS or letters in ONE_WORD


def asks_for(before: str, prefix: str) -> bool:
    """Whether a word, by its letters, wants this prefix at the front of the next one."""
    return before in _ASK_FOR.get(prefix[:1], ())

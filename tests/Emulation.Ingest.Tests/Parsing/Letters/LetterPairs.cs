namespace Emulation.Ingest.Tests.Parsing.Letters;

/// <summary>All letters of Vietnamese with their bytes in the old encodings, from other sources than our own tables.</summary>
internal static class LetterPairs
{
    public const string Small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    /// <summary>As iconv has TCVN5712-1, without the capitals with a tone, which the fonts of TCVN3 do not have.</summary>
    public const string Tcvn3 =
        "à=B5 ả=B6 ã=B7 á=B8 ạ=B9 ă=A8 ằ=BB ẳ=BC ẵ=BD ắ=BE ặ=C6 â=A9 ầ=C7 ẩ=C8 ẫ=C9 ấ=CA ậ=CB "
        + "đ=AE è=CC ẻ=CE ẽ=CF é=D0 ẹ=D1 ê=AA ề=D2 ể=D3 ễ=D4 ế=D5 ệ=D6 ì=D7 ỉ=D8 ĩ=DC í=DD ị=DE "
        + "ò=DF ỏ=E1 õ=E2 ó=E3 ọ=E4 ô=AB ồ=E5 ổ=E6 ỗ=E7 ố=E8 ộ=E9 ơ=AC ờ=EA ở=EB ỡ=EC ớ=ED ợ=EE "
        + "ù=EF ủ=F1 ũ=F2 ú=F3 ụ=F4 ư=AD ừ=F5 ử=F6 ữ=F7 ứ=F8 ự=F9 ỳ=FA ỷ=FB ỹ=FC ý=FD ỵ=FE Ă=A1 "
        + "Â=A2 Đ=A7 Ê=A3 Ô=A4 Ơ=A5 Ư=A6";

    /// <summary>As iconv has VISCII.</summary>
    public const string Viscii =
        "à=E0 ả=E4 ã=E3 á=E1 ạ=D5 ă=E5 ằ=A2 ẳ=C6 ẵ=C7 ắ=A1 ặ=A3 â=E2 ầ=A5 ẩ=A6 ẫ=E7 ấ=A4 ậ=A7 "
        + "đ=F0 è=E8 ẻ=EB ẽ=A8 é=E9 ẹ=A9 ê=EA ề=AB ể=AC ễ=AD ế=AA ệ=AE ì=EC ỉ=EF ĩ=EE í=ED ị=B8 "
        + "ò=F2 ỏ=F6 õ=F5 ó=F3 ọ=F7 ô=F4 ồ=B0 ổ=B1 ỗ=B2 ố=AF ộ=B5 ơ=BD ờ=B6 ở=B7 ỡ=DE ớ=BE ợ=FE "
        + "ù=F9 ủ=FC ũ=FB ú=FA ụ=F8 ư=DF ừ=D7 ử=D8 ữ=E6 ứ=D1 ự=F1 ỳ=CF ỷ=D6 ỹ=DB ý=FD ỵ=DC À=C0 "
        + "Ả=C4 Ã=C3 Á=C1 Ạ=80 Ă=C5 Ằ=82 Ẳ=02 Ẵ=05 Ắ=81 Ặ=83 Â=C2 Ầ=85 Ẩ=86 Ẫ=06 Ấ=84 Ậ=87 Đ=D0 "
        + "È=C8 Ẻ=CB Ẽ=88 É=C9 Ẹ=89 Ê=CA Ề=8B Ể=8C Ễ=8D Ế=8A Ệ=8E Ì=CC Ỉ=9B Ĩ=CE Í=CD Ị=98 Ò=D2 "
        + "Ỏ=99 Õ=A0 Ó=D3 Ọ=9A Ô=D4 Ồ=90 Ổ=91 Ỗ=92 Ố=8F Ộ=93 Ơ=B4 Ờ=96 Ở=97 Ỡ=B3 Ớ=95 Ợ=94 Ù=D9 "
        + "Ủ=9C Ũ=9D Ú=DA Ụ=9E Ư=BF Ừ=BB Ử=BC Ữ=FF Ứ=BA Ự=B9 Ỳ=9F Ỷ=14 Ỹ=19 Ý=DD Ỵ=1E";

    /// <summary>As iconv has CP1258.</summary>
    public const string Windows1258 =
        "à=E0 ả=61D2 ã=61DE á=E1 ạ=61F2 ă=E3 ằ=E3CC ẳ=E3D2 ẵ=E3DE ắ=E3EC ặ=E3F2 â=E2 ầ=E2CC ẩ=E2D2 ẫ=E2DE ấ=E2EC ậ=E2F2 "
        + "đ=F0 è=E8 ẻ=65D2 ẽ=65DE é=E9 ẹ=65F2 ê=EA ề=EACC ể=EAD2 ễ=EADE ế=EAEC ệ=EAF2 ì=69CC ỉ=69D2 ĩ=69DE í=ED ị=69F2 "
        + "ò=6FCC ỏ=6FD2 õ=6FDE ó=F3 ọ=6FF2 ô=F4 ồ=F4CC ổ=F4D2 ỗ=F4DE ố=F4EC ộ=F4F2 ơ=F5 ờ=F5CC ở=F5D2 ỡ=F5DE ớ=F5EC ợ=F5F2 "
        + "ù=F9 ủ=75D2 ũ=75DE ú=FA ụ=75F2 ư=FD ừ=FDCC ử=FDD2 ữ=FDDE ứ=FDEC ự=FDF2 ỳ=79CC ỷ=79D2 ỹ=79DE ý=79EC ỵ=79F2 À=C0 "
        + "Ả=41D2 Ã=41DE Á=C1 Ạ=41F2 Ă=C3 Ằ=C3CC Ẳ=C3D2 Ẵ=C3DE Ắ=C3EC Ặ=C3F2 Â=C2 Ầ=C2CC Ẩ=C2D2 Ẫ=C2DE Ấ=C2EC Ậ=C2F2 Đ=D0 "
        + "È=C8 Ẻ=45D2 Ẽ=45DE É=C9 Ẹ=45F2 Ê=CA Ề=CACC Ể=CAD2 Ễ=CADE Ế=CAEC Ệ=CAF2 Ì=49CC Ỉ=49D2 Ĩ=49DE Í=CD Ị=49F2 Ò=4FCC "
        + "Ỏ=4FD2 Õ=4FDE Ó=D3 Ọ=4FF2 Ô=D4 Ồ=D4CC Ổ=D4D2 Ỗ=D4DE Ố=D4EC Ộ=D4F2 Ơ=D5 Ờ=D5CC Ở=D5D2 Ỡ=D5DE Ớ=D5EC Ợ=D5F2 Ù=D9 "
        + "Ủ=55D2 Ũ=55DE Ú=DA Ụ=55F2 Ư=DD Ừ=DDCC Ử=DDD2 Ữ=DDDE Ứ=DDEC Ự=DDF2 Ỳ=59CC Ỷ=59D2 Ỹ=59DE Ý=59EC Ỵ=59F2";

    /// <summary>By the rule of VNI-Windows: a letter, then its mark and tone.</summary>
    public const string Vni =
        "à=61F8 ả=61FB ã=61F5 á=61F9 ạ=61EF ă=61EA ằ=61E8 ẳ=61FA ẵ=61FC ắ=61E9 ặ=61EB â=61E2 ầ=61E0 ẩ=61E5 ẫ=61E3 ấ=61E1 ậ=61E4 "
        + "đ=F1 è=65F8 ẻ=65FB ẽ=65F5 é=65F9 ẹ=65EF ê=65E2 ề=65E0 ể=65E5 ễ=65E3 ế=65E1 ệ=65E4 ì=EC ỉ=E6 ĩ=F3 í=ED ị=F2 "
        + "ò=6FF8 ỏ=6FFB õ=6FF5 ó=6FF9 ọ=6FEF ô=6FE2 ồ=6FE0 ổ=6FE5 ỗ=6FE3 ố=6FE1 ộ=6FE4 ơ=F4 ờ=F4F8 ở=F4FB ỡ=F4F5 ớ=F4F9 ợ=F4EF "
        + "ù=75F8 ủ=75FB ũ=75F5 ú=75F9 ụ=75EF ư=F6 ừ=F6F8 ử=F6FB ữ=F6F5 ứ=F6F9 ự=F6EF ỳ=79F8 ỷ=79FB ỹ=79F5 ý=79F9 ỵ=EE À=41D8 "
        + "Ả=41DB Ã=41D5 Á=41D9 Ạ=41CF Ă=41CA Ằ=41C8 Ẳ=41DA Ẵ=41DC Ắ=41C9 Ặ=41CB Â=41C2 Ầ=41C0 Ẩ=41C5 Ẫ=41C3 Ấ=41C1 Ậ=41C4 Đ=D1 "
        + "È=45D8 Ẻ=45DB Ẽ=45D5 É=45D9 Ẹ=45CF Ê=45C2 Ề=45C0 Ể=45C5 Ễ=45C3 Ế=45C1 Ệ=45C4 Ì=CC Ỉ=C6 Ĩ=D3 Í=CD Ị=D2 Ò=4FD8 "
        + "Ỏ=4FDB Õ=4FD5 Ó=4FD9 Ọ=4FCF Ô=4FC2 Ồ=4FC0 Ổ=4FC5 Ỗ=4FC3 Ố=4FC1 Ộ=4FC4 Ơ=D4 Ờ=D4D8 Ở=D4DB Ỡ=D4D5 Ớ=D4D9 Ợ=D4CF Ù=55D8 "
        + "Ủ=55DB Ũ=55D5 Ú=55D9 Ụ=55CF Ư=D6 Ừ=D6D8 Ử=D6DB Ữ=D6D5 Ứ=D6D9 Ự=D6CF Ỳ=59D8 Ỷ=59DB Ỹ=59D5 Ý=59D9 Ỵ=CE";

    public static IEnumerable<(char Letter, byte[] Bytes)> Of(string pairs) =>
        pairs.Split(' ').Select(pair => (pair[0], Convert.FromHexString(pair[2..])));
}

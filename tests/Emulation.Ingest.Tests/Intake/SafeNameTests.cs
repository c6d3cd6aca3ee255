using System.Text;
using CsCheck;
using Emulation.Ingest.Intake;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>Names made from names that others chose.</summary>
public sealed class SafeNameTests
{
    [Theory]
    // what stays
    [InlineData("báo cáo tháng 3.xlsx", "1_báo cáo tháng 3.xlsx.html")]
    [InlineData("a.tar.gz", "1_a.tar.gz.html")]
    // what goes
    [InlineData("../../etc/passwd", "1__.._etc_passwd.html")]
    [InlineData("a\r\nb", "1_a__b.html")]
    [InlineData("\u202Efdp.exe", "1__fdp.exe.html")]
    [InlineData("...", "1__.html")]
    public void Join_Name_IsHarmless(string name, string expected) => Assert.Equal(expected, SafeName.Join("1_", name, ".html"));

    [Fact]
    public void Join_AnyName_FitsAndHoldsNothingDangerous() =>
        Gen.String.Sample(name =>
        {
            var safe = SafeName.Join("20200410-0900_1_", name, ".CAN-SUA.1.html");
            Assert.InRange(Encoding.UTF8.GetByteCount(safe), 1, 255);
            Assert.DoesNotContain(safe, static letter => char.IsControl(letter) || "<>:\"/\\|?*".Contains(letter, StringComparison.Ordinal));
        });
}

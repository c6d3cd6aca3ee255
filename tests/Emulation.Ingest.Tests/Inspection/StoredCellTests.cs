using Emulation.Ingest.Parsing.Inspection;

namespace Emulation.Ingest.Tests.Inspection;

public sealed class StoredCellTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(90.23999999999999, "90.24")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(1e-5, "0.00001")]
    [InlineData(123456789012345680, "123456789012345680")]
    [InlineData(1e22, "10000000000000000000000")]
    [InlineData(1e300, "1E+300")]
    [InlineData(5e-324, "5E-324")]
    public void Number_IsExact_AndWithoutExponentWhereItCanBe(double number, string expected)
    {
        Assert.Equal(expected, StoredCell.Number(number));
        Assert.Equal(number, double.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(44012, "2020-06-30")]
    [InlineData(1, "1900-01-01")]
    [InlineData(59, "1900-02-28")]
    [InlineData(60, "60")]
    [InlineData(61, "1900-03-01")]
    [InlineData(2958465, "9999-12-31")]
    [InlineData(2958466, "2958466")]
    [InlineData(-1, "-1")]
    [InlineData(44012.5, "2020-06-30T12:00:00")]
    [InlineData(44012.1234567, "2020-06-30T02:57:46.659")]
    [InlineData(0.25, "06:00:00")]
    [InlineData(0, "1899-12-31")]
    public void Date_IsIso_WithTimeIfItHasOne(double serial, string expected) => Assert.Equal(expected, StoredCell.Date(serial));
}

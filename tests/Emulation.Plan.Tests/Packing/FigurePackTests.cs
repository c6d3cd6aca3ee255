using CsCheck;
using Emulation.Plan.Packing;

namespace Emulation.Plan.Tests.Packing;

public sealed class FigurePackTests
{
    private static readonly decimal[] Extremes =
    [
        0, 0.00m, 1, -1, 65_535, 65_536, -65_536, uint.MaxValue, 4_294_967_296, long.MaxValue, ulong.MaxValue, 18_446_744_073_709_551_616m,
        decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -7.9228162514264337593543950335m, 1234567890123456789012345678m, 99.50m, -0.05m,
    ];

    private static readonly Gen<decimal> Number = Gen.OneOf(
        Gen.Int[0, Extremes.Length - 1].Select(index => Extremes[index]), Gen.Decimal, Gen.Int[0, 999].Select(whole => (decimal)whole), Gen.Int[0, 10_000].Select(Gen.Int[0, 28], (digits, places) => new decimal(digits, 0, 0, false, (byte)places)))
        .Select(number => number == 0 ? Math.Abs(number) : number);

    private static readonly Gen<DateOnly> Date = Gen.OneOf(Gen.Const(DateOnly.MinValue), Gen.Const(DateOnly.MaxValue), Gen.Const(new DateOnly(2020, 2, 29)), Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber));

    private static readonly Gen<PackedFigure> Figure = Gen.Select(
        Gen.OneOf(Gen.Int[1, 300], Gen.Int, Gen.Const(int.MinValue), Gen.Const(int.MaxValue), Gen.Const(0), Gen.Const(-1)), Gen.Byte[0, 2],
        Number.Nullable(), Number.Nullable(), Number.Nullable(), Number.Nullable(), Date.Nullable(),
        (indicator, state, value, estimated, numerator, denominator, date) => new PackedFigure(indicator, state, value, estimated, numerator, denominator, date));

    [Fact]
    public void Pack_AnyFigures_AreReadBackInOrder_WithTheirPlaces() =>
        Figure.List[0, 60].Sample(figures => Assert.Equal(figures.Select(Text), Unpacked(Packed(figures)).Select(Text)));

    [Fact]
    public void Pack_EveryExtremeInEveryPart_IsReadBack()
    {
        var figures = Extremes.Select(number => new PackedFigure(7, 0, number, number, number, number, DateOnly.MaxValue)).ToList();

        Assert.Equal(figures.Select(Text), Unpacked(Packed(figures)).Select(Text));
    }

    /// <summary>Not applicable and left blank are states without a number, and differ from zero.</summary>
    [Fact]
    public void Pack_ZeroNotApplicableAndBlank_StayThreeThings()
    {
        List<PackedFigure> figures = [new(1, 0, 0, null, null, null, null), new(1, 1, null, null, null, null, null), new(1, 2, null, null, null, null, null)];

        Assert.Equal(figures, Unpacked(Packed(figures)));
    }

    /// <summary>PostgreSQL stores no negative zero, so a pack must not either.</summary>
    [Fact]
    public void Pack_NegativeZero_IsZero() =>
        Assert.False(decimal.IsNegative(Unpacked(Packed([new PackedFigure(1, 0, decimal.Negate(0.0m), null, null, null, null)]))[0].Value!.Value));

    /// <summary>Stored packs must be read for ever: the bytes of format 1 as docs/adr/0025 describes them.</summary>
    [Fact]
    public void Pack_Format1_HasTheseBytes()
    {
        var packed = Packed(
        [
            new PackedFigure(300, 0, 12, null, null, null, null),
            new PackedFigure(299, 0, 33.33m, -1, 1, 70_000, null),
            new PackedFigure(301, 1, null, null, null, null, null),
            new PackedFigure(301, 0, null, null, null, null, new DateOnly(2020, 2, 29)),
            new PackedFigure(302, 0, decimal.MaxValue, 1.5m, null, null, null),
        ]);

        Assert.Equal(
            "01" + "04D804" + "000C00" + "3C01" + "02050D" + "200100" + "000100" + "4070110100" + "0104" + "4000" + "CB400B00" + "0C02" + "C0FFFFFFFFFFFFFFFFFFFFFFFF" + "010F00",
            Convert.ToHexString(packed));
    }

    [Fact]
    public void Pack_OfAMonth_IsSmall()
    {
        var figures = Enumerable.Range(100, 50).Select(indicator => new PackedFigure(indicator, 0, 1 + (indicator * 7919 % 999), null, null, null, null)).ToList();

        Assert.Equal(1 + (50 * 5) + 1, Packed(figures).Length);
    }

    [Fact]
    public void Pack_Cleared_BeginsAnew()
    {
        var packer = new FigurePacker();
        packer.Add(new PackedFigure(9, 0, 1, null, null, null, null));
        packer.Clear();

        Assert.Equal([1], packer.Packed.ToArray());
        Assert.Empty(Unpacked(packer.Packed.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0204D804000C00")]
    public void Unpack_OfAnotherFormat_IsRefused(string pack)
    {
        Assert.False(FigureUnpacker.Knows(Convert.FromHexString(pack)));
        Assert.Throws<InvalidDataException>(() => Unpacked(Convert.FromHexString(pack)));
    }

    [Theory]
    [InlineData("0104")]
    [InlineData("0104D8")]
    [InlineData("0104D804")]
    [InlineData("0104D8041D0C00")]
    [InlineData("0104D804000C")]
    [InlineData("0140D804FFFFFF7F")]
    [InlineData("0140D804FFFFFFFF")]
    [InlineData("0104FFFFFFFFFF0000")]
    public void Unpack_DamagedPack_SaysSo(string pack) => Assert.Throws<InvalidDataException>(() => Unpacked(Convert.FromHexString(pack)));

    [Fact]
    public void Unpack_AnyBytes_GivesFiguresOrSaysThatTheyAreNone() =>
        Gen.Byte.Array[0, 60].Sample(bytes =>
        {
            try
            {
                Unpacked([1, .. bytes]);
            }
            catch (InvalidDataException)
            {
                // As it should.
            }
        });

    // With trailing zeros, which equality of decimals does not see.
    private static string Text(PackedFigure figure) => FormattableString.Invariant($"{figure}");

    private static byte[] Packed(IEnumerable<PackedFigure> figures)
    {
        var packer = new FigurePacker();
        foreach (var figure in figures)
        {
            packer.Add(figure);
        }
        return packer.Packed.ToArray();
    }

    private static List<PackedFigure> Unpacked(byte[] pack)
    {
        var unpacker = new FigureUnpacker(pack);
        var figures = new List<PackedFigure>();
        while (unpacker.TryRead(out var figure))
        {
            figures.Add(figure);
        }
        return figures;
    }
}

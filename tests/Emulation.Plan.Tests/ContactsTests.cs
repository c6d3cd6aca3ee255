namespace Emulation.Plan.Tests;

/// <summary>Who is told for a unit: named contacts while they hold, else what the plan already knows.</summary>
public sealed class ContactsTests
{
    private static readonly DateOnly Day = new(2020, 7, 15);
    private static readonly Unit KrongPac = Plans.DakLak.UnitByCode(new UnitCode("654"));

    [Fact]
    public void WithoutContacts_OfficerIsTheUnitsAddress_HeadIsNobody_ProvinceIsThePlans()
    {
        var plan = Plans.DakLak with { Contacts = [] };

        Assert.Equal(["654@donvi.example"], plan.AddressesOf(KrongPac, ContactRole.Officer, Day));
        Assert.Empty(plan.AddressesOf(KrongPac, ContactRole.Head, Day));
        Assert.Equal(["thidua@stp-daklak.example"], plan.AddressesOf(KrongPac, ContactRole.Province, Day));
    }

    [Fact]
    public void Named_OnlyWhileTheyHold_SeveralOfARole_OtherUnitsNot()
    {
        var plan = Plans.DakLak with
        {
            Contacts =
            [
                Of("654", "Truoc@donvi.example", to: Day.AddDays(-1)), Of("654", "nay@donvi.example", from: Day), Of("654", "NAY@donvi.example"),
                Of("654", "pho@donvi.example", to: Day), Of("655", "khac@donvi.example"),
            ],
        };

        Assert.Equal(["nay@donvi.example", "pho@donvi.example"], plan.AddressesOf(KrongPac, ContactRole.Officer, Day));
        Assert.Equal(["truoc@donvi.example", "nay@donvi.example", "pho@donvi.example"], plan.AddressesOf(KrongPac, ContactRole.Officer, Day.AddDays(-1)));
    }

    private static Contact Of(string unit, string address, DateOnly? from = null, DateOnly? to = null) =>
        new(unit, ContactRole.Officer, "Đầu mối", address, from, to, Basis.Illustrative);
}

using System.Collections;
using System.Reflection;
using Emulation.Plan.Comparison;

namespace Emulation.Plan.Tests.Comparison;

/// <summary>No value of a plan escapes the comparison: every property of every kind of item is changed once, and the change is seen.</summary>
public sealed class ComparedPropertiesTests
{
    /// <summary>A place in a list, the order being compared as a whole; and what only lines in force have.</summary>
    private static readonly string[] Places = [nameof(Movement.SortOrder), nameof(Target.Decision)];

    public static TheoryData<string> Lists =>
    [
        nameof(EmulationPlan.Movements), nameof(EmulationPlan.Blocks), nameof(EmulationPlan.Duties), nameof(EmulationPlan.Units),
        nameof(EmulationPlan.Indicators), nameof(EmulationPlan.Targets), nameof(EmulationPlan.Recipients), nameof(EmulationPlan.LastYear),
        nameof(EmulationPlan.ProvinceTargets), nameof(EmulationPlan.Contacts),
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Property_OfAnItem_ChangedOnce_IsSeen(string list)
    {
        var property = typeof(EmulationPlan).GetProperty(list)!;
        var items = ((IEnumerable)property.GetValue(Plans.DakLak)!).Cast<object>().ToList();
        var item = items.MaxBy(value => Writable(value.GetType()).Count(entry => entry.GetValue(value) is not null))!;
        foreach (var changed in Writable(item.GetType()))
        {
            var copies = Array.CreateInstance(item.GetType(), items.Count);
            items.Select(value => ReferenceEquals(value, item) ? With(item, changed) : value).ToArray().CopyTo(copies, 0);

            Assert.True(PlanDiff.Of(Plans.DakLak, With(Plans.DakLak, property, copies)).Count > 0, $"{list}: {changed.Name} is not compared.");
        }
    }

    [Fact]
    public void Property_OfThePlan_IsCompared()
    {
        foreach (var property in Writable(typeof(EmulationPlan)).Where(property => property.Name is not (nameof(EmulationPlan.Periods) or nameof(EmulationPlan.RuleSets))))
        {
            var changed = With(Plans.DakLak, property, Other(property.PropertyType, property.GetValue(Plans.DakLak)));

            Assert.True(PlanDiff.Of(Plans.DakLak, changed).Count > 0, $"{property.Name} is not compared.");
        }
    }

    private static IEnumerable<PropertyInfo> Writable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && !Places.Contains(property.Name));

    private static object With(object record, PropertyInfo property) => With(record, property, Other(property.PropertyType, property.GetValue(record)));

    private static T With<T>(T record, PropertyInfo property, object? value)
        where T : notnull
    {
        var copy = (T)record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static object? Other(Type type, object? value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } word => Enum.GetValues(word).Cast<object>().First(other => !other.Equals(value)),
        var text when text == typeof(string) => value + "x",
        var number when number == typeof(decimal) => ((decimal?)value ?? 0) + 1,
        var number when number == typeof(int) => ((int?)value ?? 0) + 1,
        var yes when yes == typeof(bool) => value is not true,
        var day when day == typeof(DateOnly) => ((DateOnly?)value ?? new DateOnly(2020, 1, 1)).AddDays(1),
        var zone when zone == typeof(TimeZoneInfo) => TimeZoneInfo.Utc,
        { IsValueType: true } code => Activator.CreateInstance(code, "X9"),
        { IsGenericType: true } list => OtherList(list.GetGenericArguments()[0], ((IEnumerable)value!).Cast<object>().ToList()),
        var record => value is null ? throw new InvalidOperationException($"Nothing is known of {record}.") : With(value, Writable(value.GetType()).First()),
    };

    // One item fewer; one more where there was none.
    private static Array OtherList(Type item, List<object> values)
    {
        var kept = values.Count > 0 ? values.Skip(1).ToList() : [Some(item)];
        var list = Array.CreateInstance(item, kept.Count);
        kept.ToArray().CopyTo(list, 0);
        return list;
    }

    private static object Some(Type type) => type == typeof(string) ? "x"
        : type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length) is { } constructor
            ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Other(parameter.ParameterType, null))])
            : throw new InvalidOperationException($"{type} cannot be made.");
}

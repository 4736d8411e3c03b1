namespace Lending.Portal.Tests.Tables;

public sealed class FilterValueTests
{
    [Fact]
    public void FromQuery_OfToQuery_IsTheSame()
    {
        var value = FilterValue.None.WithView("late").With("product", ["Two & more", "emi"]);

        Assert.Equal(value, FilterValue.FromQuery("https://portal.example/queue?" + value.ToQuery()));
    }

    [Fact]
    public void With_NoOptions_NoLongerNarrows() => Assert.Equal(FilterValue.None, FilterValue.None.With("product", ["emi"]).With("product", []));

    [Theory]
    [InlineData("https://portal.example/queue")]
    [InlineData("https://portal.example/queue?")]
    [InlineData("https://portal.example/queue?&=&product=&x")]
    public void FromQuery_OfNothingUseful_IsNone(string uri) => Assert.Equal(FilterValue.None, FilterValue.FromQuery(uri));
}

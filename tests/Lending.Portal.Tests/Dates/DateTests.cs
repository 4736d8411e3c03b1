namespace Lending.Portal.Tests.Dates;

using Dates = Lending.Portal.Components.Dates;

public sealed class DateTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("22/11", 2026, 11, 22)]
    [InlineData("22/11/25", 2025, 11, 22)]
    [InlineData("22/11/2027", 2027, 11, 22)]
    [InlineData("22 Nov", 2026, 11, 22)]
    [InlineData("22 nov 2026", 2026, 11, 22)]
    [InlineData("2026-11-22", 2026, 11, 22)]
    [InlineData("+7d", 2026, 12, 1)]
    [InlineData("-3d", 2026, 11, 21)]
    [InlineData("+2w", 2026, 12, 8)]
    [InlineData("+1m", 2026, 12, 24)]
    [InlineData("today", 2026, 11, 24)]
    public void Read_WhatPeopleType_IsADate(string text, int year, int month, int day) =>
        Assert.Equal((new DateOnly(year, month, day), null), DateEntry.Read(text, Today));

    [Theory]
    [InlineData("31/2")]
    [InlineData("29/2")]
    [InlineData("soon")]
    [InlineData("+99999999d")]
    [InlineData("13/13/2026")]
    public void Read_WhatIsNoDate_SaysWhatToEnter(string text)
    {
        var (date, advice) = DateEntry.Read(text, Today);

        Assert.Null(date);
        Assert.Contains("Enter ", advice);
    }

    [Fact]
    public void Read_The29thOfFebruaryInALeapYear_IsADate() => Assert.Equal(new DateOnly(2028, 2, 29), DateEntry.Read("29/2", new(2028, 1, 5)).Date);

    [Fact]
    public void Instant_IsInTheBrandsZone() =>
        Assert.Equal("22 Nov, 18:07", Dates.Instant(new(2026, 11, 22, 12, 37, 0, TimeSpan.Zero), Dates.India, Today));

    [Fact]
    public void Instant_OfAnotherYear_NamesIt() =>
        Assert.Equal("1 Jan 2025, 05:30", Dates.Instant(new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), Dates.India, Today));

    [Theory]
    [InlineData(342, "5 h 42 m")]
    [InlineData(365, "6 h 05 m")]
    [InlineData(1500, "1 d 1 h")]
    [InlineData(48, "48 m")]
    [InlineData(-5, "0 m")]
    public void Age_IsInTheTwoLargestUnits(int minutes, string text) => Assert.Equal(text, Dates.Age(TimeSpan.FromMinutes(minutes)));
}

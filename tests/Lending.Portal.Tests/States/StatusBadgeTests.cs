namespace Lending.Portal.Tests.States;

public sealed class StatusBadgeTests : PortalContext
{
    [Theory]
    [InlineData("pending_review", "Pending review", "info")]
    [InlineData("sent_back", "Sent back", "warn")]
    [InlineData("active", "Active", "good")]
    [InlineData("written_off", "Written off", "bad")]
    public void Badge_OfACode_HasWordToneAndIcon(string state, string word, string tone)
    {
        var badge = Render<StatusBadge>(with => with.Add(b => b.State, state));

        Assert.Equal(word, badge.Find(".st").TextContent.Trim());
        Assert.Contains(tone, badge.Find(".st").ClassList);
        Assert.NotNull(badge.Find("svg use"));
    }

    [Fact]
    public void Badge_OfEveryPublishedStatus_IsListed()
    {
        foreach (var status in Enum.GetValues<PublishedStatus>()) Assert.NotEqual("circle_16_regular", StatusLooks.Of(status).Icon);
    }

    [Fact]
    public void Badge_OfAnUnknownState_IsNeutralWords() => Assert.Equal(new("Under review", Tone.Neutral, "circle_16_regular"), StatusLooks.Of("UnderReview"));

    [Theory]
    [InlineData(0, 0, "Healthy")]
    [InlineData(1, 1, "1–15")]
    [InlineData(15, 1, "1–15")]
    [InlineData(17, 2, "16–30")]
    [InlineData(60, 3, "31–60")]
    [InlineData(90, 4, "61–90")]
    [InlineData(91, 5, "Over 90")]
    public void Meter_CountsItsBarsByBucket(int days, int bars, string bucket)
    {
        var meter = Render<DpdMeter>(with => with.Add(m => m.Days, days));

        Assert.Equal(bars, meter.FindAll("i").Count(bar => bar.GetAttribute("style")?.Length > 0));
        Assert.Equal(bucket, DpdBuckets.NameOf(DpdBuckets.Default, days));
    }
}

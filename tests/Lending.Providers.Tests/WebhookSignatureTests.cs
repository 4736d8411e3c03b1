using System.Text;
using Lending.Providers.Webhooks;

namespace Lending.Providers.Tests;

public sealed class WebhookSignatureTests
{
    private const string Timestamp = "1795341600";
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("key");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"eventId":"evt_1"}""");
    private static readonly DateTimeOffset SentAt = DateTimeOffset.FromUnixTimeSeconds(1_795_341_600);

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public void Verify_OfOurProvidersSignature_HoldsWithinTheWindow(int secondsLater) =>
        Assert.Equal(WebhookVerdict.Valid, Verify(Sign(), SentAt.AddSeconds(secondsLater)));

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public void Verify_TooLongAgoOrAhead_IsARefusedReplay(int secondsLater) =>
        Assert.Equal(WebhookVerdict.OutsideWindow, Verify(Sign(), SentAt.AddSeconds(secondsLater)));

    [Fact]
    public void Verify_OfATamperedBody_Fails() => Assert.Equal(
        WebhookVerdict.SignatureWrong,
        WebhookSignature.Verify(Key, Timestamp, Sign(), Encoding.UTF8.GetBytes("""{"eventId":"evt_2"}"""), SentAt));

    [Fact]
    public void Verify_WithAnotherTimestamp_Fails() => Assert.Equal(
        WebhookVerdict.SignatureWrong, WebhookSignature.Verify(Key, "1795341601", Sign(), Body, SentAt));

    [Fact]
    public void Verify_WithAnotherKey_Fails() => Assert.Equal(
        WebhookVerdict.SignatureWrong, WebhookSignature.Verify(Encoding.UTF8.GetBytes("other"), Timestamp, Sign(), Body, SentAt));

    [Theory]
    [InlineData(null, "00")]
    [InlineData("1795341600", null)]
    [InlineData("", "")]
    public void Verify_WithoutAHeader_SaysSo(string? timestamp, string? signature) => Assert.Equal(
        WebhookVerdict.SignatureMissing, WebhookSignature.Verify(Key, timestamp, signature, Body, SentAt));

    [Theory]
    [InlineData("yesterday", "00")]
    [InlineData("-1", "00")]
    [InlineData("99999999999999999", "00")]
    [InlineData("1795341600", "zz")]
    [InlineData("1795341600", "00")]
    [InlineData("1795341600", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void Verify_OfNonsense_FailsAndDoesNotThrow(string timestamp, string signature) => Assert.Equal(
        WebhookVerdict.SignatureWrong, WebhookSignature.Verify(Key, timestamp, signature, Body, SentAt));

    [Theory]
    [InlineData("""{"eventId":"evt_1"}""")]
    [InlineData("""{"eventId":"e","occurredAt":"2026-11-22T10:00:00Z","sequence":1,"clientReference":"c","providerReference":"p","state":"exploded","amountMinor":1,"currency":"INR"}""")]
    [InlineData("""{"eventId":"e","occurredAt":"2026-11-22T10:00:00Z","sequence":1,"clientReference":"c","providerReference":"p","state":"failed","amountMinor":1.5,"currency":"INR"}""")]
    [InlineData("null")]
    [InlineData("not json")]
    public void TryRead_OfABodyThatIsNoPayoutWebhook_IsFalse(string body) =>
        Assert.False(WebhookVerifier.TryRead<PayoutWebhook>(Encoding.UTF8.GetBytes(body), out _));

    private static string Sign() => WebhookSignature.Sign(Key, Timestamp, Body);

    private static WebhookVerdict Verify(string signature, DateTimeOffset now) => WebhookSignature.Verify(Key, Timestamp, signature, Body, now);
}

using System.Collections.Immutable;
using System.Globalization;
using Lending.Portal.Proposals;
using Lending.Portal.SignIn;
using Lending.Portal.Tests.Loans;

namespace Lending.Portal.Tests.Proposals;

public sealed class PaymentPreviewTests : PortalContext
{
    private const string Id = "payment-1";
    private static readonly StaffIdentity Kavya = new("saffron", "kavya", "Kavya", "kavya@saffron.test", StaffRole.CollectionManager, StaffRoles.DefaultsOf(StaffRole.CollectionManager));

    // Two instalments are overdue, each with its fee.
    private readonly LivedLoan _lived = new(Today.AddDays(-80), Today);
    private bool _lookedBack;

    private async Task<(PaymentPreview Preview, Dictionary<string, string> Shown)> PreviewAsync(long minor, DateOnly on)
    {
        var preview = await PaymentPreview.OfAsync(
            _lived.File, _lived.Brand, new ProposePayment(Id, Money.Inr(minor), "NEFT", "preview", on, "preview"), Id, Kavya,
            () => { _lookedBack = true; return Task.FromResult<ImmutableArray<LoanEvent>>([.. _lived.Events]); }, DateTimeOffset.UnixEpoch);
        var card = Render<PaymentPreviewCard>(with => with.Add(p => p.Preview, preview).Add(p => p.Today, Today));
        var shown = card.FindAll("dt").Zip(card.FindAll("dd")).ToDictionary(line => line.First.TextContent, line => line.Second.TextContent);
        if (card.FindAll("h3") is [var title]) shown["title"] = title.TextContent;
        if (card.FindAll(".note") is [var note]) shown["note"] = note.TextContent.Trim();
        return (preview, shown);
    }

    private static decimal Sum(Dictionary<string, string> shown) => shown.Where(line => line.Value.StartsWith('₹'))
        .Sum(line => decimal.Parse(line.Value[2..], NumberStyles.Number, CultureInfo.InvariantCulture));

    [Fact]
    public async Task Preview_OfMoneyThatCameToday_NamesTheFeesAmongItsParts()
    {
        var (_, shown) = await PreviewAsync(12_000_00, Today);

        Assert.Equal("What it would pay today", shown["title"]);
        Assert.Equal("₹\u00a0236.00", shown["Fees"]);
        Assert.Equal(12_000m, Sum(shown));
        Assert.False(_lookedBack);
    }

    [Fact]
    public async Task Preview_OfMoneyThatCameEarlier_IsWorkedOutFromThatDayOn()
    {
        var (_, today) = await PreviewAsync(12_000_00, Today);
        var (_, earlier) = await PreviewAsync(12_000_00, Today.AddDays(-50));

        Assert.True(_lookedBack);
        Assert.Equal("What it would pay, counted from 5 Oct 2026", earlier["title"]);
        Assert.NotEqual(today["Penalty"], earlier["Penalty"]);
        Assert.Equal("₹\u00a00.00", earlier["Penalty"]);
        Assert.Equal(12_000m, Sum(earlier));
    }

    [Fact]
    public async Task Preview_OfWhatClosesTheLoan_SaysSo()
    {
        Assert.False((await PreviewAsync(12_000_00, Today)).Preview.Closes);
        Assert.True((await PreviewAsync(_lived.File.Figures.Payoff.Minor, Today)).Preview.Closes);
    }

    [Fact]
    public async Task Preview_OfWhatTheRulesRefuse_SaysWhy()
    {
        var (preview, shown) = await PreviewAsync(12_000_00, Today.AddDays(-100));

        Assert.Empty(preview.Lines);
        Assert.StartsWith("It could not be booked: ", shown["note"], StringComparison.Ordinal);
    }
}

using System.Collections.Immutable;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Changes;
using Lending.Portal.Components;
using Lending.Portal.Decisions;
using Lending.Portal.Loans;
using Lending.Portal.Proposals;

namespace Lending.Portal.Approvals;

/// <summary>Everything a second person looks at before letting money move or be booked.</summary>
public sealed record ApprovalFile(ProposalModel Proposal, IReadOnlyList<CheckResult> Checks, IReadOnlyList<PostingLine> Postings, string To, LoanCommand Command, int Version, Sealed? Account)
{
    /// <summary>Of a change: what it would do to the loan as it stands now.</summary>
    public ChangeEffect? Effect { get; init; }

    public static ApprovalFile OfChange(Approval approval, LoanFile file, ProposedChange proposed, ChangeEffect effect, TimeZoneInfo zone)
    {
        var name = approval.CustomerName ?? approval.CustomerId;
        var what = $"{ChangeWords.NameOf(proposed.Change)}: {ChangeWords.DetailOf(proposed.Change)}";
        var proposal = new ProposalModel(
            $"{ChangeWords.NameOf(proposed.Change)} for {name}", "proposed",
            [file.Id, $"{file.Product?.Name ?? file.State.ProductCode}, version {file.State.ProductVersion}", $"asked for by {approval.MakerName ?? approval.MakerId} at {Dates.Instant(approval.Since, zone)}"],
            "", null)
        {
            MadeTitle = "What was asked for",
            Made = [new("Change", ChangeWords.NameOf(proposed.Change)), new("Exactly", ChangeWords.DetailOf(proposed.Change)), new("Asked for on", Dates.Date(proposed.On))],
            MadeTotal = new KeyLine("Note of the maker", string.IsNullOrWhiteSpace(proposed.Note) ? "–" : proposed.Note),
            Warning = "Made at once, on the loan as it stands now. Asks for your 6-digit code.",
        };
        CheckResult[] checks = [new("The rules accept it today", effect.Refused is null, effect.Refused is { } refused ? Commands.RefusalWords.Of(refused) : "accepted")];
        return new(proposal, checks, [], $"{what}, on loan {file.Id} of {name}", new ApproveChange(proposed.ChangeId), file.Version, null) { Effect = effect };
    }

    public static ApprovalFile OfPayout(Approval approval, LoanFile file, CustomerFile customer, Brand brand, IReadOnlyDictionary<string, string> staff, TimeZoneInfo zone, DateTimeOffset now, ChartOfAccounts chart)
    {
        var loan = file.State;
        var standing = CustomerStandings.Of(loan.CustomerId, customer.State, brand.BusinessDate);
        var name = approval.CustomerName ?? loan.CustomerId;
        var account = customer.State.BankAccount;
        var approve = new ApproveDisbursement(approval.Amount);
        var decided = DecisionPreview.Of(loan, file.Id, approve, brand, file.Product, standing, null, now);
        var postings = new List<Posting>();
        if (decided.Events.OfType<DisbursementApproved>().FirstOrDefault() is { } approved)
        {
            // Money is posted when the bank confirms; this is what that confirmation will post.
            var sent = LoanEvolution.Evolve(loan, approved);
            var confirmed = DecisionPreview.Of(sent, file.Id, new ConfirmDisbursement(approved.Reference, "preview"), brand, file.Product, standing, null, now, chart);
            postings.AddRange(DecisionPreview.PostingsOf(sent, confirmed.Events));
        }

        var signed = loan.IssuedAgreement?.SignedAt is { } at ? $"signed {Dates.Instant(at, zone)}" : "not signed";
        var proposal = new ProposalModel(
            $"Pay out to {name}", AccountState.AwaitingDisbursal,
            [file.Id, $"{file.Product?.Name ?? loan.ProductCode}, version {loan.ProductVersion}", signed, $"proposed by {approval.MakerName ?? approval.MakerId} at {Dates.Instant(approval.Since, zone)}"],
            "To the account", approval.Amount)
        {
            Made = PayoutMade.LinesOf(loan),
            MadeTotal = new KeyLine("Net to the account", MoneyFormat.Full(approval.Amount)),
            Party =
            [
                new("Account", account?.AccountNumber.Mask ?? "–"),
                new("IFSC", account?.Ifsc ?? "–"),
                new("Holder at bank", account?.HolderAtBank.Mask ?? "–"),
                new("Name match", account is null ? "–" : $"{account.NameMatchPercent} %, needs {CustomerDecider.NameMatchNeeded} %", account?.Verified == true ? Tone.Good : Tone.Bad),
                new("Penny drop", account is null ? "–" : Dates.Instant(account.CheckedAt, zone)),
                new("Reference of it", account?.ProviderReference ?? "–"),
                new("Channel", approval.Channel),
            ],
            PartyTotal = new KeyLine("First payout here?", loan.Payout?.Attempt > 0 ? $"No, attempt {loan.Payout.Attempt + 1}" : "Yes"),
            Warning = "Money cannot be called back after this. Asks for your 6-digit code.",
        };
        return new(proposal, ChecksOf(loan, account, decided, staff, zone), PostingLines.Of(postings.Select(chart.Named)), $"{name}, {account?.AccountNumber.Mask ?? "no account"}, {account?.Ifsc ?? "no IFSC"}, by {approval.Channel}", approve, file.Version, account?.AccountNumber);
    }

    /// <summary>What approving a payment means; the approval needs the loan's history where the money came before today.</summary>
    public static ApprovePayment ApprovalOf(Approval approval) => new(approval.PaymentId ?? throw new InvalidOperationException("A payment that waits has an id."));

    public static ApprovalFile OfPayment(
        Approval approval, LoanFile file, Brand brand, ImmutableArray<LoanEvent>? history, TimeZoneInfo zone, DateTimeOffset now, ChartOfAccounts chart)
    {
        var loan = file.State;
        var name = approval.CustomerName ?? loan.CustomerId;
        var approve = ApprovalOf(approval);
        var paymentId = approve.PaymentId;
        var decided = DecisionPreview.Of(loan, file.Id, approve, brand, file.Product, null, null, now, history: history);
        var parts = PaymentParts.Of(loan, decided.Events);
        var after = decided.Events.Aggregate(loan, LoanEvolution.Evolve);
        var proposal = new ProposalModel(
            $"Payment of {name}", "proposed",
            [file.Id, $"{approval.Channel} {approval.Reference}", $"received {(approval.ReceivedOn is { } on ? Dates.Date(on) : "–")}", $"recorded by {approval.MakerName ?? approval.MakerId} at {Dates.Instant(approval.Since, zone)}"],
            "Received", approval.Amount)
        {
            MadeTitle = "What it pays",
            Made = parts is null ? [] : PaymentPreview.LinesOf(parts, MoneyFormat.Cell),
            MadeTotal = new KeyLine("Received", MoneyFormat.Full(approval.Amount)),
            PartyTitle = "The loan",
            Party =
            [
                new("To close today", MoneyFormat.Full(file.Figures.Payoff)),
                new("Overdue", MoneyFormat.Full(file.Figures.OverdueAmount), file.Figures.OverdueAmount.IsPositive ? Tone.Warn : Tone.Neutral),
                new("Principal left after it", MoneyFormat.Full(LoanFigures.Of(after, file.Today, file.Product).PrincipalOutstanding)),
                new("Closes the loan", parts?.Closes == true ? "Yes" : "No"),
            ],
            PartyTotal = new KeyLine("Note of the maker", string.IsNullOrWhiteSpace(approval.Note) ? "–" : approval.Note),
            Warning = "Booked at once. Asks for your 6-digit code.",
        };
        CheckResult[] checks =
        [
            new("The rules accept it today", decided.Refusal is null, decided.Refusal is { } refusal ? Commands.RefusalWords.Of(refusal) : "accepted"),
            new("Not booked before", !loan.HasBooked(paymentId), "0 bookings", $"payment {paymentId[^Math.Min(8, paymentId.Length)..]}"),
        ];
        return new(proposal, checks, PostingLines.Of(DecisionPreview.PostingsOf(loan, decided.Events).Select(chart.Named)), $"{name}, loan {file.Id}", approve, file.Version, null);
    }

    private static CheckResult[] ChecksOf(Loan loan, VerifiedAccount? account, LoanDecision decided, IReadOnlyDictionary<string, string> staff, TimeZoneInfo zone)
    {
        var agreement = loan.IssuedAgreement;
        return
        [
            new("Agreement signed, hash equals the issued copy", loan.Agreement is AgreementState.Signed, agreement is null ? "none" : $"{agreement.Sha256[..4]}…{agreement.Sha256[^4..]}",
                agreement?.SignedAt is { } at ? Dates.Instant(at, zone) : null),
            new("Sanction by another person than the recommendation", loan.SanctionedBy != loan.RecommendedBy, NameOf(staff, loan.SanctionedBy), $"recommended by {NameOf(staff, loan.RecommendedBy)}"),
            new("Bank account verified", account?.Verified == true, account is null ? "none" : $"{account.NameMatchPercent} % name match"),
            new("Not paid before", loan.DisbursedOn is null, "0 payouts", loan.Payout?.Attempt > 0 ? $"{loan.Payout.Attempt} failed" : "first attempt"),
            new("The rules accept it today", decided.Refusal is null, decided.Refusal is { } refusal ? Commands.RefusalWords.Of(refusal) : "accepted"),
        ];
    }

    private static string NameOf(IReadOnlyDictionary<string, string> staff, string? id) => id is null ? "–" : staff.GetValueOrDefault(id, id);
}

using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Decisions;
using Lending.Portal.Loans;

namespace Lending.Portal.Approvals;

/// <summary>What a second person looks at before a draw from a line of credit is paid.</summary>
public static class DrawFile
{
    public static ApprovalFile Of(Approval approval, LoanFile file, LineDraw draw, CustomerFile customer, Brand brand, TimeZoneInfo zone, DateTimeOffset now, ChartOfAccounts chart)
    {
        var (loan, line) = (file.State, LineHead.Of(file));
        var standing = CustomerStandings.Of(loan.CustomerId, customer.State, brand.BusinessDate);
        var name = approval.CustomerName ?? loan.CustomerId;
        var account = customer.State.BankAccount;
        var approve = new ApproveDraw(draw.DrawId, draw.Net);
        var decided = DecisionPreview.Of(loan, file.Id, approve, brand, file.Product, standing, null, now);
        var postings = new List<Posting>();
        if (decided.Events.OfType<LineDrawApproved>().FirstOrDefault() is { } approved)
        {
            // Money is posted when the bank confirms; this is what that confirmation will post.
            var sent = decided.Events.Aggregate(loan, LoanEvolution.Evolve);
            var confirmed = DecisionPreview.Of(sent, file.Id, new ConfirmDisbursement(approved.Reference, "preview"), brand, file.Product, standing, null, now);
            postings.AddRange(DecisionPreview.PostingsOf(sent, confirmed.Events));
        }

        var proposal = new ProposalModel(
            $"Draw of {name}", "proposed",
            [file.Id, $"{file.Product?.Name ?? loan.ProductCode}, version {loan.ProductVersion}", $"asked for by {(draw.By == loan.CustomerId ? "the borrower" : approval.MakerName ?? draw.By)} at {Dates.Instant(approval.Since, zone)}"],
            "To the account", draw.Net)
        {
            Made = [new("Drawn from the line", MoneyFormat.Cell(draw.Amount)), .. draw.Charges.Select(charge => new KeyLine(charge.Tax.IsZero ? charge.Name : $"{charge.Name} with tax", MoneyFormat.Cell(-charge.Total)))],
            MadeTotal = new KeyLine("Net to the account", MoneyFormat.Full(draw.Net)),
            PartyTitle = "The line",
            Party =
            [
                new("Limit", MoneyFormat.Full(line.Limit)), new("Drawn", MoneyFormat.Full(line.Drawn)), new("Under way, this one included", MoneyFormat.Full(line.UnderWay)),
                new("Overdue", MoneyFormat.Full(file.Figures.OverdueAmount), file.Figures.OverdueAmount.IsPositive ? Tone.Warn : Tone.Neutral),
                new("Account", $"{account?.AccountNumber.Mask ?? "–"}, {account?.Ifsc ?? "–"}"), new("Channel", draw.Channel),
            ],
            PartyTotal = new KeyLine("Available after it", MoneyFormat.Full(line.Available)),
            Warning = "Money cannot be called back after this. Asks for your 6-digit code.",
        };
        CheckResult[] checks =
        [
            new("The rules accept it today", decided.Refusal is null, decided.Refusal is { } refusal ? Commands.RefusalWords.Of(refusal) : "accepted"),
            new("Bank account verified", account?.Verified == true, account is null ? "none" : $"{account.NameMatchPercent} % name match"),
            new("Within the limit", line.Drawn + line.UnderWay <= line.Limit, MoneyFormat.Full(line.Limit)),
        ];
        return new(proposal, checks, PostingLines.Of(postings.Select(chart.Named)), $"{name}, {account?.AccountNumber.Mask ?? "no account"}, {account?.Ifsc ?? "no IFSC"}, by {draw.Channel}", approve, file.Version, account?.AccountNumber);
    }
}

using System.ComponentModel.DataAnnotations;
using Lending.Api.Requests;
using Lending.Domain;

namespace Lending.Api.Staff.Decisions;

/// <summary>
/// The two desks that decide about an application, credit and sanction. Each can agree to an amount, reject for one of the Brand's reasons, or send back;
/// which command that is differs, and the decider knows who may give it.
/// </summary>
public static class DecisionEndpoints
{
    /// <summary>Overrides are terms of the loan's own: for credit, left out is none; for sanction, left out takes those that credit proposed.</summary>
    public sealed record Agreed(MoneyDto Amount, [CleanText(500)] string Note, OverridesRequest? Overrides = null);

    public sealed record Rejected([RegularExpression("^[a-z0-9_]{1,60}$")] string ReasonCode, [CleanText(500)] string Note);

    public sealed record SentBack([CleanText(500)] string Note);

    public static void Map(RouteGroupBuilder loan)
    {
        Agree(loan, "/credit-approval", (amount, note, own) => new ApproveByCredit(amount, note) { Overrides = own })
            .WithName("CreditApproval").WithSummary("Recommend an amount to the sanction manager");
        Reject(loan, "/credit-rejection", (reason, note) => new RejectByCredit(reason, note))
            .WithName("CreditRejection").WithSummary("Reject the application for one of the Brand's reasons");
        SendBack(loan, "/credit-send-back", note => new SendBackToBorrower(note))
            .WithName("CreditSendBack").WithSummary("Send the application back; the borrower reads the note");

        Agree(loan, "/sanction", (amount, note, own) => new Sanction(amount, note) { Overrides = own })
            .WithName("SanctionLoan").WithSummary("Sanction an amount, by another person than recommended it");
        Reject(loan, "/sanction-rejection", (reason, note) => new RejectSanction(reason, note))
            .WithName("SanctionRejection").WithSummary("Reject the recommended loan for one of the Brand's reasons");
        SendBack(loan, "/sanction-send-back", note => new SendBackToCredit(note))
            .WithName("SanctionSendBack").WithSummary("Give the loan back to the credit executive");
    }

    private static RouteHandlerBuilder Agree(RouteGroupBuilder loan, string path, Func<Money, string, TermOverrides?, LoanCommand> command) => loan.MapPost(path,
        (Agreed request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
            commands.ExecuteAsync(caller, loanId, request.Amount, amount => command(amount, request.Note, request.Overrides?.In(amount.Currency)), cancellationToken));

    private static RouteHandlerBuilder Reject(RouteGroupBuilder loan, string path, Func<string, string, LoanCommand> command) => loan.MapPost(path,
        (Rejected request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
            commands.ExecuteAsync(caller, loanId, command(request.ReasonCode, request.Note), cancellationToken));

    private static RouteHandlerBuilder SendBack(RouteGroupBuilder loan, string path, Func<string, LoanCommand> command) => loan.MapPost(path,
        (SentBack request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
            commands.ExecuteAsync(caller, loanId, command(request.Note), cancellationToken));
}

using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;

namespace Sandbox.BankAccounts;

/// <summary>Rs 1 to an account, to learn whose it is.</summary>
internal static class PennyDropApi
{
    private const int SamePersonFrom = 80;

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGroup("/bank-accounts").AddEndpointFilter(new SwitchFilter(Capability.BankAccounts)).MapPost("/penny-drops", Drop);

    private static IResult Drop(Request request, AnsweredRequests answered, SwitchBoard switches)
    {
        if (!Formats.Ifsc.IsMatch(request.Ifsc)) return Refused.Unprocessable("invalid_ifsc", "An IFSC looks like HDFC0001234.");
        return answered.Once("penny-drop", request.ClientReference, request, () => Answer(request, switches.Of(Capability.BankAccounts).Contradict));
    }

    private static DropAnswer Answer(Request request, bool contradict)
    {
        var reference = References.Of("drop", request.ClientReference);
        var ending = Magic.Ending(request.AccountNumber);
        var outcome = ending switch
        {
            Magic.AccountNotFound => "account_not_found",
            Magic.AccountClosed => "account_closed",
            Magic.AccountBankOffline => "bank_offline",
            _ => Formats.Account.IsMatch(request.AccountNumber) ? "valid" : "account_not_found",
        };
        if (outcome != "valid") return new DropAnswer(outcome, null, false, 0, null, reference);

        var other = ending == Magic.AccountOtherHolder || contradict;
        var name = other ? NameBook.OtherName(request.AccountNumber, request.HolderName) : request.HolderName.ToUpperInvariant();
        var percent = Names.MatchPercent(name, request.HolderName);

        // Contradicting itself: another person's name that is said to match.
        return new DropAnswer(outcome, name, contradict || percent >= SamePersonFrom, percent, References.Utr(reference), reference);
    }

    internal sealed record Request(string ClientReference, string AccountNumber, string Ifsc, string HolderName);

    internal sealed record DropAnswer(
        string Outcome, string? NameAtBank, bool NameMatches, int NameMatchPercent, string? Utr, string ProviderReference);
}

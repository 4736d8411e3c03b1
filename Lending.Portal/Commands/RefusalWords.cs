using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Commands;

/// <summary>Refusals as staff read them: amounts and states in the words of the page.</summary>
public static class RefusalWords
{
    public static string Of(Refusal refusal) => refusal switch
    {
        AmountOutOfRange r => $"The {r.Bound} allows {MoneyFormat.Full(r.Min)} to {MoneyFormat.Full(r.Max)}.",
        AmountAboveRecommended r => $"At most {MoneyFormat.Full(r.Recommended)} was recommended.",
        AmountAboveRequested r => $"The borrower asked for {MoneyFormat.Full(r.Requested)}; enter that or less.",
        PaymentTooLarge r => $"To close today {MoneyFormat.Full(r.Payoff)} is enough; enter that or less.",
        NetMismatch r => $"The amount is now {MoneyFormat.Full(r.Net)}. Look again and decide.",
        NotInThisState r => $"This is not possible while the loan is {StatusLooks.Of(r.Status).Word.ToLowerInvariant()}.",
        LimitExceeded r => $"{MoneyFormat.Full(r.Available)} of the limit can be drawn.",
        DrawTooSmall r => $"A draw is at least {MoneyFormat.Full(r.Min)}.",
        DrawTooLarge r => $"A draw is at most {MoneyFormat.Full(r.Max)}.",
        LineOwes r => $"The line still owes {MoneyFormat.Full(r.Payoff)}.",
        LineBlocked r => $"Draws are blocked: {r.Reason}",
        ReloanNotOpen r => $"The offer is {StatusLooks.Of(r.State).Word.ToLowerInvariant()} by now.",
        ReloanExpired r => $"The offer stood until {Dates.Date(r.Until)}.",
        SecondPersonNeeded => "You made this; someone else decides.",
        NotPermitted => "Your role may not do this.",
        _ => refusal.Message,
    };
}

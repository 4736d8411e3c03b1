using Lending.Data;
using Lending.Portal.Components;

namespace Lending.Portal.Unmatched;

/// <summary>Why money fitted no loan, and where it stands, in the words of the page.</summary>
public static class UnmatchedWords
{
    public static string ReasonOf(string code) => code switch
    {
        "reference_unknown" => "The reference names no loan",
        "loan_not_found" => "There is no loan with this number",
        "amount_invalid" => "What was reported is not an amount",
        "currency_mismatch" => "Another currency than the loan's",
        "amount_not_positive" => "The amount is not more than zero",
        "not_in_this_state" => "The loan is not paid out",
        "command_id_reused" => "Reported before with other words",
        _ => StatusLooks.Of(code).Word,
    };

    /// <summary>The state code that the badge draws.</summary>
    public static string StateOf(UnmatchedState state) => state switch
    {
        UnmatchedState.Open => "to place",
        UnmatchedState.Proposed => "proposed",
        UnmatchedState.Booked => "posted",
    };

    /// <summary>The amount as money, or as it was reported when it is none.</summary>
    public static string AmountOf(UnmatchedPaymentLine payment) =>
        payment.Amount is { } amount ? MoneyFormat.Cell(amount) : $"{payment.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture)} {payment.CurrencyCode}";
}

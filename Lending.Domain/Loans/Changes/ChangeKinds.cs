using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>The code of every kind of change, as the journal spells it: "rate", "due-date".</summary>
public static class ChangeKinds
{
    private static readonly FrozenDictionary<Type, string> Codes = typeof(LoanChange).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(known => known.DerivedType, known => (string)known.TypeDiscriminator!);

    public static string CodeOf(LoanChange change) => Codes[change.GetType()];

    /// <summary>A change as its borrower would call it, by its code.</summary>
    public static string WordsOf(string code) => code switch
    {
        "rate" => "another interest rate",
        "extension" => "more instalments",
        "due-date" => "another due date",
        "moratorium" => "no instalments for a while",
        "interest-pause" => "days without interest",
        "re-age" => "a new schedule for everything owed",
        "re-amortisation" => "what was overdue is spread over the instalments to come",
        "prepayment" => "your payment lowered the principal",
        "freeze" => "it is frozen for now",
        "dispute" => "it is marked as in dispute",
        "hold-release" => "it runs again",
        "penalty-waiver" => "penalty was waived",
        "interest-waiver" => "interest was waived",
        "goodwill-credit" => "we credited an amount",
        "payment-reversal" => "a payment was taken back",
        "advance-refund" => "money kept for you was sent back",
        "refund-return" => "your bank returned what we had sent back, and it is kept for you again",
        "settlement" => "a settlement was agreed",
        "write-off" => "it was closed in our books",
        "late-charge" => "a late charge was made",
        "charge-off" => "it was set down as a loss in our books; it is owed all the same",
        "charge-off-reversal" => "it is carried in our books again",
        "termination" => "the contract was ended and everything is due",
        "cancellation" => "it was cancelled",
        "cooling-off-exit" => "you are giving it back in its cooling-off days",
        "limit" => "another limit",
        "line-block" => "nothing can be drawn for now",
        "line-unblock" => "money can be drawn again",
        "minimum-percent" => "another minimum payment",
        _ => "its terms",
    };
}

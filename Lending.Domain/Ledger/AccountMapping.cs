using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// Which account a purpose is booked on. Part narrows it to a channel (clearing accounts) or to one fee (fee income); null is all that no part names.
/// </summary>
public sealed record AccountMapping(LedgerPurpose Purpose, string Number)
{
    public string? Part { get; init; }

    /// <summary>The part of fee income that prepayment and foreclosure charges are.</summary>
    public const string EarlyCharge = "prepayment";

    /// <summary>The part of fee income that comes with instalments.</summary>
    public const string InstalmentFee = "instalments";

    /// <summary>Whether it answers for a purpose and part. Channels are written as people and gateways write them, so capitals do not count.</summary>
    public bool Answers(LedgerPurpose purpose, string? part) => Purpose == purpose && string.Equals(Part, part, StringComparison.OrdinalIgnoreCase);

    /// <summary>A new loan's accounts: what the product names, and what the Brand has chosen for the rest. Null when that is the standard chart throughout.</summary>
    public static ImmutableArray<AccountMapping>? Of(ImmutableArray<AccountMapping> product, ImmutableArray<AccountMapping> brand)
    {
        ImmutableArray<AccountMapping> all =
        [
            .. product, .. brand.Where(theirs => !product.Any(own => own.Answers(theirs.Purpose, theirs.Part))),
        ];
        all = [.. all.Where(each => each.Part is not null || each.Number != Accounts.For(each.Purpose).Number).OrderBy(each => each.Purpose).ThenBy(each => each.Part, StringComparer.Ordinal)];
        return all.IsEmpty ? null : all;
    }
}

using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>How a Brand offers another loan to those who repaid one (LOS-034 to LOS-037, LOS-120).</summary>
public sealed record ReloanPolicy
{
    /// <summary>Every loan that is closed is checked, and what came of it kept.</summary>
    public bool Enabled { get; init; }

    /// <summary>A loan that passes every check becomes an offer by itself; otherwise staff make the offer.</summary>
    public bool Automatic { get; init; }

    /// <summary>Products whose loans are checked; empty is all of them. A credit line is never among them.</summary>
    public ImmutableSortedSet<string> Products { get; init; } = [];

    /// <summary>Staff approve an offer before the borrower hears of it.</summary>
    public bool ApprovalNeeded { get; init; }

    /// <summary>Days after which an instalment may have been paid and still counts as paid on time.</summary>
    public int ToleranceDays { get; init; }

    /// <summary>How many loans the Brand has ever paid out to one customer before no more is offered.</summary>
    public int LoansMax { get; init; } = 10;

    /// <summary>What a new loan is higher by; at most one of the two. None is the same amount again.</summary>
    public Money? HikeAmount { get; init; }

    /// <summary>Per cent of the former loan.</summary>
    public decimal? HikePercent { get; init; }

    /// <summary>A raised amount is rounded down to a multiple of this, never below the former loan.</summary>
    public Money RoundTo { get; init; } = Money.Inr(500_00);

    /// <summary>Days for which an offer stands, from the day it was made.</summary>
    public int OfferDays { get; init; } = 30;

    /// <summary>A bank account checked longer ago than this is checked again before the new application is submitted.</summary>
    public int BankCheckDays { get; init; } = 90;

    /// <summary>Whether loans of the product are checked.</summary>
    public bool Covers(string productCode) => Products.IsEmpty || Products.Contains(productCode);
}

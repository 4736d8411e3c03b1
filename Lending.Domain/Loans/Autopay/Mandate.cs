using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>Where a mandate stands: asked for, confirmed by the borrower's bank, or over.</summary>
public enum MandateState { Requested, Active, Ended }

/// <summary>How a mandate ended: the provider would not make it, the borrower declined or revoked it, its time ran out, or we cancelled it.</summary>
public enum MandateEnding { Refused, Declined, Revoked, Expired, Cancelled }

/// <summary>How an automatic debit stands. Announced: the borrower was told of it. Withdrawn: it was never presented.</summary>
public enum PresentationState { Announced, Presented, Collected, Failed, Withdrawn }

/// <summary>
/// The borrower's standing order to their bank (UPI Autopay, LOS-030): whenever we present a debit, at most Most at a time, until ValidUntil. Id is our
/// reference of it at the provider. By: who asked for it.
/// </summary>
public sealed record Mandate(string Id, MandateState State, Money Most, DateOnly ValidUntil, DateOnly RequestedOn, string By)
{
    /// <summary>Where the borrower approves it, while it is asked for.</summary>
    public string? Url { get; init; }

    /// <summary>The unique mandate number, once confirmed.</summary>
    public string? Number { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public MandateEnding? Ending { get; init; }

    /// <summary>Why it ended: the provider's code, or the words of who cancelled it.</summary>
    public string? Reason { get; init; }

    /// <summary>The debit that is under way, or the last one.</summary>
    public Presentation? Presentation { get; init; }

    /// <summary>Instalments to be paid by this day were presented in time; only a retry presents them again.</summary>
    public DateOnly? PresentedThrough { get; init; }

    [JsonIgnore]
    public bool IsLive => State is not MandateState.Ended;
}

/// <summary>
/// One debit: told to the borrower before, presented to their bank on DebitOn. Reference is ours and never used for another, so that it is collected once
/// at most. Through: the last day to pay by that it covers. Attempt counts from 1 for each of them.
/// </summary>
public sealed record Presentation(string Reference, PresentationState State, Money Amount, DateOnly DebitOn, int Attempt, DateOnly Through)
{
    public DateOnly? FailedOn { get; init; }
}

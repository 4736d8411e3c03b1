namespace Lending.Domain.Engine;

/// <summary>A change of the terms that counts from a day on and is replayed with the movements.</summary>
internal abstract record TermChange(DateOnly From);

internal sealed record RateChanged(DateOnly From, decimal RatePct) : TermChange(From);

internal sealed record PauseOfInterest(DateOnly From, DateOnly To) : TermChange(From);

internal sealed record TermExtended(DateOnly From, int Installments) : TermChange(From);

/// <summary>The instalment due on a day moves to another; those after it follow.</summary>
internal sealed record DueDateMoved(DateOnly From, DateOnly To, DateOnly MadeOn, int Sequence) : TermChange(From);

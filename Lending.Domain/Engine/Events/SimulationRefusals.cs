namespace Lending.Domain.Engine;

/// <summary>An event kind the engine does not know.</summary>
public sealed record EventNotSupported(string Field) : Refusal(RefusalKind.Unprocessable, "unsupported_event", "The engine does not know this kind of event.", Field);

/// <summary>An event that cannot happen to the loan as it stands: a payment before any disbursement, a reversal of nothing.</summary>
public sealed record EventImpossible(string Field, string Reason) : Refusal(RefusalKind.Unprocessable, "event_impossible", Reason, Field);

/// <summary>A field that must be there is not.</summary>
public sealed record InputMissing(string Field) : Refusal(RefusalKind.Unprocessable, "input_missing", "This field is required.", Field);

/// <summary>A field that has no meaning here.</summary>
public sealed record InputNotUsed(string Field) : Refusal(RefusalKind.Unprocessable, "input_not_used", "This field has no meaning here.", Field);

/// <summary>A word that is not one of the choices.</summary>
public sealed record InputNotAChoice(string Field, string Choices) : Refusal(RefusalKind.Unprocessable, "input_not_a_choice", $"One of: {Choices}.", Field);

/// <summary>A number or date outside the bounds.</summary>
public sealed record InputOutOfBounds(string Field, string Bounds) : Refusal(RefusalKind.Unprocessable, "input_out_of_bounds", $"Must be {Bounds}.", Field);

/// <summary>An amount with more decimals than the currency has.</summary>
public sealed record InputTooPrecise(string Field, int Decimals) : Refusal(RefusalKind.Unprocessable, "input_too_precise", $"At most {Decimals} decimals.", Field);

/// <summary>Two settings of a product that do not fit.</summary>
public sealed record TermsContradict(string Field, string Reason) : Refusal(RefusalKind.Unprocessable, "terms_contradict", Reason, Field);

/// <summary>More events and instalments together than one simulation answers.</summary>
public sealed record SimulationTooLarge(string Field, int RowsMax) : Refusal(RefusalKind.Unprocessable, "simulation_too_large", $"Instalments times events must not exceed {RowsMax}.", Field);

/// <summary>Events that make the engine go through the history more often than one simulation is worth: many tranches, reversals or backdated entries on a long schedule.</summary>
public sealed record SimulationTooMuchWork(string Field)
    : Refusal(RefusalKind.Unprocessable, "simulation_too_much_work", "Working out the history up to this event takes too long; send fewer events, or a shorter schedule.", Field);

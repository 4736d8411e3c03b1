namespace Lending.Domain;

public sealed record CustomerNotFound() : Refusal(RefusalKind.NotFound, "customer_not_found", "There is no such customer.");

public sealed record AlreadyRegistered() : Refusal(RefusalKind.Conflict, "already_registered", "This customer is registered already.");

public sealed record ContactMissing() : Refusal(RefusalKind.Unprocessable, "contact_missing", "Give a mobile number or an e-mail address.", "mobile");

/// <summary>An earlier onboarding step has to be done first.</summary>
public sealed record StepMissing(string Step) : Refusal(RefusalKind.Conflict, "step_missing", $"Do the step {Step} first.");

public sealed record PincodeNotServed() : Refusal(RefusalKind.Unprocessable, "pincode_not_served", "We do not lend at this postal code yet.", "pincode");

public sealed record ConsentIncomplete() : Refusal(RefusalKind.Unprocessable, "consent_incomplete", "Data sharing and credit-bureau enquiry must both be agreed to.", "consent");

/// <summary>The check was made and failed; Result says how. The step stays open.</summary>
public sealed record CheckFailed(string Step, string Result) : Refusal(RefusalKind.Unprocessable, "check_failed", $"The {Step} check did not succeed: {Result}.", "number");

namespace Lending.Domain;

/// <summary>A value of the set-up that breaks a rule. Input is its name as the person who gave it knows it.</summary>
public sealed record InputInvalid(string Input, string Problem) : Refusal(RefusalKind.Unprocessable, "input_invalid", $"{Input}: {Problem}", Input);

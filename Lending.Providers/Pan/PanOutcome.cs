namespace Lending.Providers.Pan;

/// <summary>Whether the PAN is this person's.</summary>
public enum PanOutcome
{
    /// <summary>Name and date of birth are the registered ones.</summary>
    Matched,

    /// <summary>The PAN exists, but name or date of birth differ.</summary>
    Mismatch,

    /// <summary>No such PAN.</summary>
    NotFound,
}

namespace Lending.Providers.Bureau;

/// <summary>Whether the bureau knows the person.</summary>
public enum BureauOutcome
{
    Found,

    /// <summary>New to credit: no loan was ever reported.</summary>
    NoRecord,
}

namespace Lending.Data;

/// <summary>Something at a provider nobody has said the end of.</summary>
public interface IOpenLook
{
    string Reference { get; }

    string LoanId { get; }

    DateTimeOffset AddedAt { get; }
}

/// <summary>What is to be asked about at a provider, in case the webhook that tells its end is lost.</summary>
public interface IOpenLooks<TLook> where TLook : IOpenLook
{
    /// <summary>Those whose turn it is, the longest waiting first.</summary>
    Task<IReadOnlyList<TLook>> DueAsync(string brand, int limit, CancellationToken cancellationToken);

    Task LookAgainAsync(string brand, string reference, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Outcome is the provider's last word, or "unknown" when it has never heard of it.</summary>
    Task EndAsync(string brand, string reference, string outcome, CancellationToken cancellationToken);
}

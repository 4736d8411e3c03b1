namespace Aspire.Hosting;

/// <summary>The application cannot run as modelled; the message says why in words for its developer.</summary>
public class DistributedApplicationException : Exception
{
    /// <summary>A failure without details.</summary>
    public DistributedApplicationException() { }

    /// <summary>A failure and its reason.</summary>
    public DistributedApplicationException(string message) : base(message) { }

    /// <summary>A failure, its reason and cause.</summary>
    public DistributedApplicationException(string message, Exception innerException) : base(message, innerException) { }
}

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>The bytes are not the OTLP message they claim to be. Answered with 400; nothing of the request is kept.</summary>
public sealed class OtlpFormatException(string message) : Exception(message);

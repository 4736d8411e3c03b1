namespace Sandbox.Bureau;

/// <summary>An enquiry.</summary>
internal sealed record BureauPull(
    string ClientReference, string Pan, string Name, DateOnly DateOfBirth, string Mobile, long AmountMinor, string Currency);

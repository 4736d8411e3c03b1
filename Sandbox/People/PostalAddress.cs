namespace Sandbox.People;

/// <summary>An Indian postal address.</summary>
internal sealed record PostalAddress(string Line, string Locality, string City, string State, string Pincode);

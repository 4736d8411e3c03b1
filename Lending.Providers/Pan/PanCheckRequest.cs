using Lending.Providers.Calls;

namespace Lending.Providers.Pan;

/// <summary>Asks whether a PAN belongs to this person.</summary>
/// <param name="Name">As the borrower entered it.</param>
public sealed record PanCheckRequest(string Pan, string Name, DateOnly DateOfBirth)
{
    public override string ToString() => $"{nameof(PanCheckRequest)} {Mask.Tail(Pan)}";
}

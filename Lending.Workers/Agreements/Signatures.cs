using Lending.Domain;
using Lending.Providers.ESign;

namespace Lending.Workers.Agreements;

/// <summary>Takes over what the provider says of a signature when asked; its webhook may say the same before or after.</summary>
internal static class Signatures
{
    /// <summary>True when it is signed and the loan has it, now or already.</summary>
    public static async Task<bool> TakeSignatureAsync(
        this IGrainFactory grains, string brand, string loanId, ESignature signature, CancellationToken cancellationToken)
    {
        if (signature is not { State: ESignState.Signed, SignedAt: { } signedAt }) return false;
        var command = new RecordSignature(signature.ClientReference, signature.DocumentSha256, signedAt);
        var outcome = await grains.ExecuteAsync(
            brand, loanId, command, $"follow-up:{signature.ClientReference}:signed", "agreement follow-up", cancellationToken);
        return !outcome.IsRefused;
    }
}

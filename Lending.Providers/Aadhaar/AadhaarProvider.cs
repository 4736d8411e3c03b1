using Lending.Providers.Calls;

namespace Lending.Providers.Aadhaar;

/// <summary>Aadhaar by OTP or through DigiLocker (LOS-009).</summary>
public sealed class AadhaarProvider
{
    private readonly ProviderChannel _channel;

    internal AadhaarProvider(ProviderChannel channel) => _channel = channel;

    /// <summary>Sends an OTP. Refused with <c>aadhaar_not_found</c>, <c>no_mobile_linked</c> or <c>reference_reused</c>.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<ProviderAnswer<AadhaarOtp>> StartOtpAsync(AadhaarOtpRequest request, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Post("start_otp", "aadhaar/otp", request), cancellationToken);
        return reply.ReadAnswer<AadhaarOtp>();
    }

    /// <summary>Checks the OTP. Not repeated by itself: a wrong OTP counts against the borrower's three tries.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<AadhaarVerification> VerifyOtpAsync(string providerReference, string otp, CancellationToken cancellationToken = default)
    {
        var path = $"aadhaar/otp/{Uri.EscapeDataString(providerReference)}/verify";
        var reply = await _channel.SendAsync(
            ProviderRequest.Post("verify_otp", path, new { Otp = otp }, repeatable: false), cancellationToken);
        return reply.Read<AadhaarVerification>();
    }

    /// <summary>Opens a DigiLocker consent page. Refused with <c>reference_reused</c>.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<ProviderAnswer<DigiLockerConsent>> StartDigiLockerAsync(DigiLockerRequest request, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Post("start_digilocker", "aadhaar/digilocker", request), cancellationToken);
        return reply.ReadAnswer<DigiLockerConsent>();
    }

    /// <summary>What became of a DigiLocker consent.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<AadhaarVerification> DigiLockerAsync(string providerReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(
            ProviderRequest.Get("digilocker", $"aadhaar/digilocker/{Uri.EscapeDataString(providerReference)}"), cancellationToken);
        return reply.Read<AadhaarVerification>();
    }

    /// <summary>The registered photo (image bytes), or null when the reference is unknown.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<byte[]?> PhotoAsync(string photoReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(
            ProviderRequest.Get("photo", $"aadhaar/photos/{Uri.EscapeDataString(photoReference)}"), cancellationToken);
        return reply.Succeeded ? reply.Body : null;
    }
}

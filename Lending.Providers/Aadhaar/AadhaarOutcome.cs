namespace Lending.Providers.Aadhaar;

/// <summary>How a verification stands.</summary>
public enum AadhaarOutcome
{
    Verified,

    /// <summary>DigiLocker: the borrower has not decided yet.</summary>
    Pending,

    /// <summary>The OTP is wrong; another try is allowed.</summary>
    WrongOtp,

    /// <summary>Three wrong OTPs; a new one must be asked for.</summary>
    TooManyAttempts,

    /// <summary>The OTP or consent link is too old.</summary>
    Expired,

    /// <summary>DigiLocker: the borrower refused.</summary>
    Denied,

    /// <summary>The provider does not know the reference.</summary>
    UnknownReference,
}

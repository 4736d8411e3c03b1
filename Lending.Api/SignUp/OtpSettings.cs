namespace Lending.Api.SignUp;

/// <summary>How codes are limited. Section Otp: PerContact and PerAddress in a quarter of an hour.</summary>
public sealed class OtpSettings(IConfiguration configuration)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public const int TriesMax = 5;

    /// <summary>Codes to one phone or mailbox.</summary>
    public int PerContact { get; } = configuration.GetValue("Otp:PerContact", 5);

    /// <summary>Codes asked for from one network address; many people can share one.</summary>
    public int PerAddress { get; } = configuration.GetValue("Otp:PerAddress", 300);
}

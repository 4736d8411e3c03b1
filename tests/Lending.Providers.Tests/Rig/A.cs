using System.Text;
using Lending.Providers.Aadhaar;
using Lending.Providers.BankAccounts;
using Lending.Providers.Bureau;
using Lending.Providers.ESign;
using Lending.Providers.Mandates;
using Lending.Providers.Messages;
using Lending.Providers.Pan;
using Lending.Providers.PaymentLinks;
using Lending.Providers.Payouts;

namespace Lending.Providers.Tests.Rig;

/// <summary>Requests about one borrower.</summary>
public static class A
{
    public const string Mobile = "+919812345678";
    public static readonly DateOnly Birthday = new(1991, 3, 4);
    public static readonly DateTimeOffset FarFuture = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static PanCheckRequest Pan(string pan = "ABCPE1234F") => new(pan, "Farhan Qureshi", Birthday);

    public static AadhaarOtpRequest Aadhaar(string number = "999988887777", string reference = "KYC-1") =>
        new(reference, number, "Farhan Qureshi", Birthday, Mobile);

    public static BureauRequest Bureau(string pan = "ABCPE1234F", string reference = "CIR-1") =>
        new(reference, pan, "Farhan Qureshi", Birthday, Mobile, 50_000_00, "INR");

    public static PennyDropRequest PennyDrop(string account = "123456789012", string reference = "DROP-1") =>
        new(reference, account, "HDFC0001234", "Farhan Qureshi");

    public static PayoutRequest Payout(string account = "123456789012", string reference = "DISB-1", long minor = 145_665_00) =>
        new(reference, PayoutRail.Imps, minor, "INR", "Farhan Qureshi", account, "HDFC0001234", null, "Loan LN-1");

    public static PaymentLinkRequest Link(string reference = "LINK-1", long minor = 15_951_45) =>
        new(reference, minor, "INR", "Instalment 3", "Farhan Qureshi", Mobile, FarFuture);

    public static readonly DateOnly FirstOfJuly = new(2026, 7, 1);

    public static MandateRequest Mandate(string reference = "MAND-1", long minor = 20_000_00) =>
        new(reference, minor, "INR", new DateOnly(2027, 1, 1), "Loan LN-1", "Farhan Qureshi", Mobile, FarFuture);

    public static DebitRequest Debit(string reference = "DEB-1", long minor = 15_951_45, string mandate = "MAND-1") => new(reference, mandate, minor, "INR", FirstOfJuly);

    public static ESignRequest ESign(string reference = "SIGN-1", string text = "Loan agreement") =>
        new(reference, "Loan agreement LN-1", Encoding.ASCII.GetBytes($"%PDF-1.4\n% {text}\n%%EOF\n"), "Farhan Qureshi", Mobile, FarFuture);

    public static OutgoingMessage Message(string id = "MSG-1", string text = "Your loan is paid out.", string to = Mobile) =>
        new(id, MessageChannel.Sms, to, "Saffron Credit", null, text);
}

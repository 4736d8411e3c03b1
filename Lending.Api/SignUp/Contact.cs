using Lending.Data;
using Lending.Domain;
using Lending.Providers.Messages;

namespace Lending.Api.SignUp;

/// <summary>Where a borrower can be reached: a mobile number in E.164 or an e-mail address in lower case. Prints nothing of it.</summary>
public sealed record Contact(Field Field, string Clear)
{
    public MessageChannel Channel => Field is Field.Email ? MessageChannel.Email : MessageChannel.Sms;

    /// <summary>The name of the input it came in.</summary>
    public string Input => Field is Field.Email ? "email" : "mobile";

    public static Outcome<Contact> Of(string? mobile, string? email) => (mobile, email) switch
    {
        ({ Length: > 0 }, null or "") => new Contact(Field.Mobile, mobile),
        (null or "", { Length: > 0 }) => new Contact(Field.Email, email.ToLowerInvariant()),
        _ => new ContactMissing(),
    };

    public override string ToString() => nameof(Contact);
}

using Lending.Domain;

namespace Lending.Data;

/// <summary>A customer's row from the customer after some events. Pure but for the Brand's keys, which open the name and the end of the phone number.</summary>
public static class CustomerProjection
{
    public static CustomerRow Of(string brand, string id, Customer after, FieldCipher cipher, DateTimeOffset at, byte[] hash) => new(
        brand, id, after,
        after.Profile is { } profile ? cipher.Open(brand, Field.Name, profile.FullName) : null,
        after.Mobile is { } mobile ? cipher.TailHashOf(brand, Field.Mobile, cipher.Open(brand, Field.Mobile, mobile)) : null,
        at, at, hash);
}

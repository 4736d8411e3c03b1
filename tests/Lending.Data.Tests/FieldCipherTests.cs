using System.Security.Cryptography;

namespace Lending.Data.Tests;

public sealed class FieldCipherTests
{
    private static readonly byte[] OtherKey = [.. Enumerable.Range(50, 32).Select(i => (byte)i)];
    private readonly FieldCipher _cipher = new(A.MasterKey);

    [Theory]
    [InlineData(Field.Pan, "ABCPE1234F", "••••••234F")]
    [InlineData(Field.Aadhaar, "2345 6789 0123", "•••• •••• 0123")]
    [InlineData(Field.BankAccount, "001234567890", "••••••7890")]
    [InlineData(Field.Mobile, "+91 98450 12641", "••••• ••641")]
    [InlineData(Field.Email, "asha@example.test", "a••••@example.test")]
    [InlineData(Field.Name, "Asha Rao", "A•••• R••••")]
    [InlineData(Field.BankAccount, "12", "••••••••")]
    public void Seal_AnyField_OpensAgainAndShowsOnlyItsMask(Field field, string clear, string mask)
    {
        var value = _cipher.Seal("saffron", field, clear);

        Assert.Equal(clear, _cipher.Open("saffron", field, value));
        Assert.Equal(mask, value.Mask);
        Assert.DoesNotContain(clear, value.Cipher);
    }

    [Fact]
    public void Seal_SameValueTwice_DiffersButForTheHash()
    {
        var (one, two) = (_cipher.Seal("saffron", Field.Mobile, "+91 98450 12641"), _cipher.Seal("saffron", Field.Mobile, "9845012641"));

        Assert.NotEqual(one.Cipher, two.Cipher);
        Assert.Equal(one.Hash, two.Hash);
        Assert.NotEqual(one.Hash, _cipher.HashOf("indigo", Field.Mobile, "9845012641"));
    }

    [Fact]
    public void Open_AsAnotherBrandOrField_IsRefused()
    {
        var value = _cipher.Seal("saffron", Field.Pan, "ABCPE1234F");

        Assert.ThrowsAny<CryptographicException>(() => _cipher.Open("indigo", Field.Pan, value));
        Assert.ThrowsAny<CryptographicException>(() => _cipher.Open("saffron", Field.Aadhaar, value));
        Assert.ThrowsAny<CryptographicException>(() => new FieldCipher(OtherKey).Open("saffron", Field.Pan, value));
    }

    [Fact]
    public void Open_AfterTheMasterWasChanged_StillOpensAndIsFound()
    {
        var old = _cipher.Seal("saffron", Field.Pan, "ABCPE1234F");
        var rotated = new FieldCipher(OtherKey, A.MasterKey);

        Assert.Equal("ABCPE1234F", rotated.Open("saffron", Field.Pan, old));
        Assert.True(rotated.IsOld(old));
        Assert.False(rotated.IsOld(rotated.Seal("saffron", Field.Pan, "ABCPE1234F")));
        Assert.Contains(old.Hash, rotated.HashesOf("saffron", Field.Pan, "abcpe1234f"));
    }
}

namespace System.IO.Hashing;

/// <summary>A hash that is fed piece by piece. The members that Azure.Storage.Common binds to, and no more.</summary>
public abstract class NonCryptographicHashAlgorithm
{
    /// <summary>Starts a hash whose result has <paramref name="hashLengthInBytes"/> bytes.</summary>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    /// <summary>The length of the result.</summary>
    public int HashLengthInBytes { get; }

    /// <summary>Adds data to the hash.</summary>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Forgets everything added so far.</summary>
    public abstract void Reset();

    /// <summary>Writes the hash of everything added so far.</summary>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Adds an array to the hash.</summary>
    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(new ReadOnlySpan<byte>(source));
    }

    /// <summary>Adds the rest of a stream to the hash.</summary>
    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0) Append(buffer.AsSpan(0, read));
    }

    /// <summary>Adds the rest of a stream to the hash.</summary>
    public async Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0) Append(buffer.AsSpan(0, read));
    }

    /// <summary>The hash of everything added so far.</summary>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>Writes the hash of everything added so far and answers its length.</summary>
    public int GetCurrentHash(Span<byte> destination)
    {
        GetCurrentHashCore(destination[..HashLengthInBytes]);
        return HashLengthInBytes;
    }
}

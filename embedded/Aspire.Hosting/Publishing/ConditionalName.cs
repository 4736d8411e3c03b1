using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Aspire.Hosting.Publishing;

/// <summary>Names a conditional value in the manifest the way Aspire does: its condition and a hash of the whole.</summary>
internal static class ConditionalName
{
    private const uint Prime1 = 2654435761, Prime2 = 2246822519, Prime3 = 3266489917, Prime4 = 668265263, Prime5 = 374761393;

    public static string Of(string condition, string whenTrue, string whenFalse, string matchValue)
    {
        var words = new StringBuilder();
        foreach (var letter in condition)
        {
            if (char.IsLetterOrDigit(letter)) words.Append(char.ToLowerInvariant(letter));
            else if (words.Length > 0 && words[^1] != '-') words.Append('-');
        }
        var hash = XxHash32(Encoding.UTF8.GetBytes(condition + whenTrue + whenFalse + matchValue));
        return string.Create(CultureInfo.InvariantCulture, $"cond-{words.ToString().TrimEnd('-')}-{hash:x8}");
    }

    private static uint XxHash32(ReadOnlySpan<byte> data)
    {
        var length = (uint)data.Length;
        var hash = Prime5;
        if (data.Length >= 16)
        {
            uint a = unchecked(Prime1 + Prime2), b = Prime2, c = 0, d = unchecked(0 - Prime1);
            for (; data.Length >= 16; data = data[16..])
            {
                a = Round(a, data);
                b = Round(b, data[4..]);
                c = Round(c, data[8..]);
                d = Round(d, data[12..]);
            }
            hash = unchecked(BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18));
        }
        hash = unchecked(hash + length);
        for (; data.Length >= 4; data = data[4..])
        {
            hash = unchecked(BitOperations.RotateLeft(hash + BinaryPrimitives.ReadUInt32LittleEndian(data) * Prime3, 17) * Prime4);
        }
        foreach (var last in data) hash = unchecked(BitOperations.RotateLeft(hash + last * Prime5, 11) * Prime1);

        hash = unchecked((hash ^ (hash >> 15)) * Prime2);
        hash = unchecked((hash ^ (hash >> 13)) * Prime3);
        return hash ^ (hash >> 16);
    }

    private static uint Round(uint state, ReadOnlySpan<byte> data) =>
        unchecked(BitOperations.RotateLeft(state + BinaryPrimitives.ReadUInt32LittleEndian(data) * Prime2, 13) * Prime1);
}

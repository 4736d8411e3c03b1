using Lending.Portal.SignIn;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Lending.Portal.Tests.SignIn;

public sealed class SignInAttemptsTests
{
    private static readonly Func<Task<bool>> Wrong = () => Task.FromResult(false);
    private static readonly Func<Task<bool>> Right = () => Task.FromResult(true);
    private readonly SignInAttempts _attempts = new(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));

    [Fact]
    public async Task Try_WrongFiveTimes_LocksTheAddressEvenForTheRightPassword()
    {
        for (var left = 4; left >= 0; left--)
            Assert.Equal((false, left), await _attempts.TryAsync("asha@saffron.test", Wrong, default));

        Assert.Null(await _attempts.TryAsync("asha@saffron.test", Right, default));
    }

    [Fact]
    public async Task Try_RightAfterWrong_ForgetsTheFailures()
    {
        for (var i = 0; i < 4; i++) await _attempts.TryAsync("asha@saffron.test", Wrong, default);

        Assert.Equal((true, 5), await _attempts.TryAsync("asha@saffron.test", Right, default));
        Assert.Equal((false, 4), await _attempts.TryAsync("asha@saffron.test", Wrong, default));
    }

    [Fact]
    public async Task Try_OtherSpellingOfTheAddress_IsTheSameAddress()
    {
        for (var i = 0; i < 5; i++) await _attempts.TryAsync("asha@saffron.test", Wrong, default);

        Assert.Null(await _attempts.TryAsync(" Asha@Saffron.TEST ", Right, default));
        Assert.Equal((true, 5), await _attempts.TryAsync("meera@saffron.test", Right, default));
    }

    [Fact]
    public async Task Try_ManyAtOnce_ChecksNoMorePasswordsThanAllowed()
    {
        var checkedPasswords = 0;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _attempts.TryAsync("asha@saffron.test", async () =>
        {
            Interlocked.Increment(ref checkedPasswords);
            await Task.Yield();
            return false;
        }, default)));

        Assert.Equal(5, checkedPasswords);
    }
}

using Lending.Data;
using Lending.Domain;
using Quartz;

namespace Lending.Workers;

/// <summary>A job that does the same for every Brand, one after the other. What fails for one is logged and done again in the next round; the others have their turn.</summary>
public abstract partial class BrandJob(Brands brands, ILogger logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var brand in await brands.ListAsync(cancellationToken))
        {
            try
            {
                await RunAsync(brand, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(logger, e, GetType().Name, brand.Code);
            }
        }
    }

    protected abstract Task RunAsync(Brand brand, CancellationToken cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed for {Brand} and will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception error, string job, string brand);
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Hosting;

/// <summary>Sets up the grains' part of a host.</summary>
public interface ISiloBuilder
{
    IServiceCollection Services { get; }
    IConfiguration Configuration { get; }
}

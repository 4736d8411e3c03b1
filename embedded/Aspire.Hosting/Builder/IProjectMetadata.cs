namespace Aspire.Hosting;

/// <summary>A project the AppHost refers to. The build writes one class per reference, named as in <c>Projects.Lending_Api</c>.</summary>
public interface IProjectMetadata
{
    /// <summary>The project file.</summary>
    string ProjectPath { get; }
}

/// <summary>Says where a project's output is, so that it can be started without building again.</summary>
public interface IBuiltProjectMetadata : IProjectMetadata
{
    /// <summary>The built assembly.</summary>
    string TargetPath { get; }
}

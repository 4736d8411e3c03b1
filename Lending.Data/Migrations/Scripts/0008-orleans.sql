-- Cluster membership for the Aspire stack, where grains run on Orleans. Table, column, query-key and parameter names are the contract of
-- Microsoft.Orleans.Clustering.AdoNet 10 (github.com/dotnet/orleans, MIT licence, copyright .NET Foundation): Orleans runs the texts it finds
-- in OrleansQuery and reads their results by these names. The statements are ours: each change is one statement, so it happens whole or not
-- at all, and answers how many rows it changed. Membership belongs to the installation and holds no Brand's data.
CREATE TABLE OrleansQuery (
  QueryKey  varchar(64)   NOT NULL,
  QueryText varchar(8000) NOT NULL,
  CONSTRAINT OrleansQuery_Key PRIMARY KEY (QueryKey)
);

CREATE TABLE OrleansMembershipVersionTable (
  DeploymentId varchar(150)   NOT NULL,
  Timestamp    timestamptz(3) NOT NULL DEFAULT now(),
  Version      integer        NOT NULL DEFAULT 0,
  CONSTRAINT PK_OrleansMembershipVersionTable_DeploymentId PRIMARY KEY (DeploymentId)
);

CREATE TABLE OrleansMembershipTable (
  DeploymentId varchar(150)   NOT NULL,
  Address      varchar(45)    NOT NULL,
  Port         integer        NOT NULL,
  Generation   integer        NOT NULL,
  SiloName     varchar(150)   NOT NULL,
  HostName     varchar(150)   NOT NULL,
  Status       integer        NOT NULL,
  ProxyPort    integer,
  SuspectTimes varchar(8000),
  MetadataJson text,
  StartTime    timestamptz(3) NOT NULL,
  IAmAliveTime timestamptz(3) NOT NULL,
  CONSTRAINT PK_MembershipTable_DeploymentId PRIMARY KEY (DeploymentId, Address, Port, Generation),
  CONSTRAINT FK_MembershipTable_MembershipVersionTable_DeploymentId FOREIGN KEY (DeploymentId)
    REFERENCES OrleansMembershipVersionTable (DeploymentId)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', '
  WITH added AS (
    INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*)::integer AS row_count FROM added;
'),
('InsertMembershipKey', '
  WITH moved AS (
    UPDATE OrleansMembershipVersionTable SET Timestamp = now(), Version = Version + 1
    WHERE DeploymentId = @DeploymentId AND Version = @Version AND NOT EXISTS (
      SELECT FROM OrleansMembershipTable m
      WHERE m.DeploymentId = @DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation)
    RETURNING DeploymentId),
  added AS (
    INSERT INTO OrleansMembershipTable
      (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, MetadataJson, StartTime, IAmAliveTime)
    SELECT moved.DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @MetadataJson, @StartTime, @IAmAliveTime
    FROM moved RETURNING 1)
  SELECT count(*)::integer AS row_count FROM added;
'),
('UpdateMembershipKey', '
  WITH moved AS (
    UPDATE OrleansMembershipVersionTable SET Timestamp = now(), Version = Version + 1
    WHERE DeploymentId = @DeploymentId AND Version = @Version AND EXISTS (
      SELECT FROM OrleansMembershipTable m
      WHERE m.DeploymentId = @DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation)
    RETURNING DeploymentId),
  changed AS (
    UPDATE OrleansMembershipTable m
    SET Status = @Status, SuspectTimes = @SuspectTimes, MetadataJson = @MetadataJson, IAmAliveTime = @IAmAliveTime
    FROM moved
    WHERE m.DeploymentId = moved.DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation
    RETURNING 1)
  SELECT count(*)::integer AS row_count FROM changed;
'),
('UpdateIAmAlivetimeKey', '
  UPDATE OrleansMembershipTable SET IAmAliveTime = @IAmAliveTime
  WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation;
'),
('MembershipReadRowKey', '
  SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.MetadataJson,
    m.StartTime, m.IAmAliveTime, v.Version
  FROM OrleansMembershipVersionTable v
  LEFT JOIN OrleansMembershipTable m
    ON m.DeploymentId = v.DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation
  WHERE v.DeploymentId = @DeploymentId;
'),
('MembershipReadAllKey', '
  SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.MetadataJson,
    m.StartTime, m.IAmAliveTime, v.Version
  FROM OrleansMembershipVersionTable v
  LEFT JOIN OrleansMembershipTable m ON m.DeploymentId = v.DeploymentId
  WHERE v.DeploymentId = @DeploymentId;
'),
('DeleteMembershipTableEntriesKey', '
  DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId;
  DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId;
'),
('GatewaysQueryKey', '
  SELECT Address, ProxyPort, Generation FROM OrleansMembershipTable
  WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0;
'),
('CleanupDefunctSiloEntriesKey', '
  DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId AND IAmAliveTime < @IAmAliveTime AND Status <> 3;
');

GRANT SELECT ON OrleansQuery TO lending_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON OrleansMembershipTable, OrleansMembershipVersionTable TO lending_app;

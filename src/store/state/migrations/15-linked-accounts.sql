CREATE TABLE linked_account (         -- accounts of one person on several channels: what is theirs is kept under the home
  channel TEXT NOT NULL, user TEXT NOT NULL,
  home_channel TEXT NOT NULL, home_user TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (channel, user)
) STRICT;
CREATE INDEX linked_account_by_home ON linked_account (home_channel, home_user);
CREATE TABLE link_code (              -- by which another account is linked, once; one at a time for each home
  home_channel TEXT NOT NULL, home_user TEXT NOT NULL,
  hash TEXT NOT NULL, expires_at INTEGER NOT NULL,
  PRIMARY KEY (home_channel, home_user)
) STRICT;

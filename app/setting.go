package app

// Names under which settings are stored.
const (
	settingCommune      = "commune"
	settingHolidays     = "holidays"
	settingInstallation = "installation"
	settingRates        = "rates"
)

package web

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics is what the server counts of itself, in a registry of its own.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
	searches *prometheus.CounterVec
}

// newMetrics begins to count. Lag asks how many changes the index is behind the store; it says false where nobody
// knows.
func newMetrics(lag func(context.Context) (int64, bool)) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "rasoat_request_duration_seconds", Help: "How long requests took, by route as routes.go spells it.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"method", "route", "status"}),
		searches: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "rasoat_searches_total", Help: "Searches answered, by whether they found anything.",
		}, []string{"found"}),
	}
	m.registry.MustRegister(m.requests, m.searches, indexLag{lag})
	return m
}

// indexLag is the one figure that is asked for when it is read.
type indexLag struct {
	ask func(context.Context) (int64, bool)
}

var indexLagDesc = prometheus.NewDesc("rasoat_index_lag_changes",
	"Changes of the store that the search index does not have yet.", nil, nil)

// Describe is the figure's description.
func (indexLag) Describe(out chan<- *prometheus.Desc) { out <- indexLagDesc }

// Collect asks for the figure; where nobody knows, there is none.
func (l indexLag) Collect(out chan<- prometheus.Metric) {
	if n, known := l.ask(context.Background()); known {
		out <- prometheus.MustNewConstMetric(indexLagDesc, prometheus.GaugeValue, float64(n))
	}
}

// measure times a request. The route stands as it is registered, so that no code and no name of a person gets into
// the figures; what has no route is counted under "none".
func (m *metrics) measure(c *gin.Context) {
	start := time.Now()
	c.Next()
	route := c.FullPath()
	if route == "" {
		route = "none"
	}
	status := strconv.Itoa(c.Writer.Status())
	m.requests.WithLabelValues(c.Request.Method, route, status).Observe(time.Since(start).Seconds())
}

// searched counts a search.
func (m *metrics) searched(hits int) {
	m.searches.WithLabelValues(strconv.FormatBool(hits > 0)).Inc()
}

// handler gives the figures as Prometheus reads them.
func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
